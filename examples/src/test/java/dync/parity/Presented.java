package dync.parity;

import dync.runtime.DynModel;
import dync.runtime.Stimulus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What a case shows: its frames, absent where it says so. All tensors belong to the scope in which it was made. */
final class Presented implements Stimulus {
    private final Map<String, List<Optional<Tensor>>> frames = new LinkedHashMap<>();
    private final Map<String, Tensor> leaves = new LinkedHashMap<>();
    private final long batch;
    private final int steps;

    Presented(ParityCase recorded, Subject subject, DynModel model) {
        List<Long> shape = recorded.shape("input");
        batch = shape.get(0);
        steps = subject.lead() + Math.toIntExact(shape.get(1));
        subject.inputs().forEach((input, tensor) -> {
            boolean differentiated = recorded.recorded("grad").contains(tensor);
            Tensor leaf = recorded.tensor(tensor).set_requires_grad(differentiated);
            leaves.put(tensor, leaf);
            frames.put(input, show(leaf, recorded.valid(tensor + "_valid", steps - subject.lead()), subject, model));
        });
    }

    private static List<Optional<Tensor>> show(Tensor leaf, boolean[] valid, Subject subject, DynModel model) {
        List<Optional<Tensor>> shown = new ArrayList<>();
        try (TensorVector slices = leaf.unbind(1)) {
            for (int i = 0; i < subject.lead(); i++) {
                shown.add(Optional.of(torch.zeros_like(slices.get(0))));
            }
            boolean begun = false;
            for (int step = 0; step < valid.length; step++) {
                // what the vector hands out points into the vector; a copy of the handle stands alone
                Tensor frame = new Tensor(slices.get(step));
                boolean there = valid[step] && !(subject.once() && !shown.isEmpty());
                shown.add(there ? Optional.of(begun ? frame : subject.first().apply(frame, model)) : Optional.empty());
                begun |= there;
            }
        }
        if (subject.once() && model.info().idle() > 0) {
            // the blank of the idle steps was the first frame
            shown.replaceAll(frame -> Optional.empty());
        }
        return shown;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public long batch() {
        return batch;
    }

    @Override
    public Tensor frame(String input, int step) {
        return frames.get(input).get(step).orElse(null);
    }

    /** Frames with the same values are one frame seen longer, unless the gradient of each is wanted. */
    @Override
    public boolean changes(int step) {
        return frames.values().stream()
                .anyMatch(shown ->
                        !same(shown.get(step).orElse(null), shown.get(step - 1).orElse(null)));
    }

    private static boolean same(Tensor a, Tensor b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return !a.requires_grad() && !b.requires_grad() && a.equal(b);
    }

    /** The tensors of the case that were shown, by the case's name for them. */
    Map<String, Tensor> leaves() {
        return leaves;
    }
}
