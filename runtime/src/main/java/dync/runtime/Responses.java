package dync.runtime;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
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
    private final Map<String, Answer> penalties = new LinkedHashMap<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();

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

    void addPenalty(String name, double weight, Tensor held, boolean[] present) {
        penalties.put(name, new Answer(held, present));
        weights.put(name, weight);
    }

    public int steps() {
        return steps;
    }

    public Set<String> answers() {
        return Set.copyOf(answers.keySet());
    }

    /** Names of the areas and probes that were recorded, in the order in which signals reach them. */
    public Set<String> recorded() {
        return Collections.unmodifiableSet(recorded.keySet());
    }

    /** What a readout answered, {@code [B, T, K]}; zeros at steps where it had no input yet. */
    public Tensor answer(String readout) {
        return find(answers, readout, "readout").values();
    }

    /** What an area or probe did, {@code [B, T, …]}; zeros at steps where it was absent. */
    public Tensor response(String name) {
        return find(recorded, name, "recorded response").values();
    }

    /** The penalties of the model, such as {@code V1.penalty}, with their weights. */
    public Map<String, Double> penalties() {
        return Collections.unmodifiableMap(weights);
    }

    /**
     * A penalty without its weight: the mean over the samples and over the steps at which its flow was there; 0 if it
     * never was.
     *
     * @return one number, with a gradient where the run had one
     */
    public Tensor penalty(String name) {
        Answer answer = find(penalties, name, "penalty");
        int steps = 0;
        for (boolean present : answer.present()) {
            steps += present ? 1 : 0;
        }
        // absent steps are zeros
        return answer.values()
                .sum()
                .div(new Scalar((double) Math.max(1, steps) * answer.values().size(0)));
    }

    /** What the loss grows by: the sum of all penalties times their weights; empty if the model has none. */
    public Optional<Tensor> penalty() {
        return weights.entrySet().stream()
                .map(entry -> penalty(entry.getKey()).mul(new Scalar(entry.getValue())))
                .reduce(Tensor::add);
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
        penalties.values().forEach(answer -> Native.release(answer.values()));
        penalties.clear();
        answers.clear();
        recorded.clear();
    }
}
