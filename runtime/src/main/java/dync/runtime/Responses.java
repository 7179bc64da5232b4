package dync.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * What a run answered, and what was recorded of it. Idle steps are left out. The tensors belong to this object and go
 * with it.
 */
public final class Responses implements AutoCloseable {
    private record Answer(Tensor values, boolean[] present) {}

    private final int steps;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, Answer> recorded = new LinkedHashMap<>();

    Responses(int steps) {
        this.steps = steps;
    }

    /** Takes over a tensor that was held for this object. */
    void addAnswer(String name, Tensor held, boolean[] present) {
        answers.put(name, new Answer(held, present));
    }

    void addRecorded(String name, Tensor held, boolean[] present) {
        recorded.put(name, new Answer(held, present));
    }

    public int steps() {
        return steps;
    }

    public Set<String> answers() {
        return Set.copyOf(answers.keySet());
    }

    /** Names of the areas and probes that were recorded. */
    public Set<String> recorded() {
        return Set.copyOf(recorded.keySet());
    }

    /** What a readout answered, {@code [B, T, K]}; zeros at steps where it had no input yet. */
    public Tensor answer(String readout) {
        return find(answers, readout, "readout").values();
    }

    /** What an area or probe did, {@code [B, T, …]}; zeros at steps where it was absent. */
    public Tensor response(String name) {
        return find(recorded, name, "recorded response").values();
    }

    /** For every step whether the readout, area or probe was there. */
    public boolean[] present(String name) {
        Answer answer = answers.containsKey(name) ? answers.get(name) : find(recorded, name, "response");
        return answer.present().clone();
    }

    /** The first step at which it was there, empty for never. */
    public OptionalInt firstStep(String name) {
        boolean[] present = present(name);
        for (int step = 0; step < present.length; step++) {
            if (present[step]) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private static Answer find(Map<String, Answer> among, String name, String what) {
        Answer answer = among.get(name);
        if (answer == null) {
            throw new IllegalArgumentException(
                    "no " + what + " '" + name + "'; " + Nearest.advice(name, among.keySet()));
        }
        return answer;
    }

    @Override
    public void close() {
        answers.values().forEach(answer -> Native.release(answer.values()));
        recorded.values().forEach(answer -> Native.release(answer.values()));
        answers.clear();
        recorded.clear();
    }
}
