package dync.train.diagnose;

import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.weights.Weight;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Looks for the first value that is not finite: in the weights, in a run over the batch, in the gradients. */
public final class Diagnosis {
    private Diagnosis() {}

    /**
     * After a loss that is not finite: runs the batch again without gradients and with all areas recorded, in as much
     * memory as these take over all steps.
     */
    public static Finding ofRun(DynModel model, Stimulus stimulus) {
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            Optional<Finding> weight = first(model.weights().values(), Weight::tensor, Finding.InWeight::new);
            return weight.or(() -> inForward(model, stimulus)).orElseGet(Finding.Nowhere::new);
        }
    }

    /** After a gradient that is not finite, of a loss that is. */
    public static Finding ofGradients(Collection<Weight> weights) {
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin()) {
            List<Weight> backward = new ArrayList<>(weights);
            Collections.reverse(backward);
            return first(backward, weight -> weight.tensor().grad(), Finding.InGradient::new)
                    .orElseGet(Finding.Nowhere::new);
        }
    }

    private interface Found {
        Finding in(String weight, double share);
    }

    private static Optional<Finding> first(Collection<Weight> weights, Function<Weight, Tensor> values, Found finding) {
        for (Weight weight : weights) {
            try (PointerScope scope = new PointerScope()) {
                Tensor tensor = values.apply(weight);
                double share = tensor.defined() ? unfinite(tensor) : 0;
                if (share > 0) {
                    return Optional.of(finding.in(weight.name(), share));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> inForward(DynModel model, Stimulus stimulus) {
        try (Responses responses = model.forward(stimulus, Recording.all())) {
            for (int step = 0; step < responses.steps(); step++) {
                Optional<Finding> found = inStep(model, responses, step);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

    /** Areas in the order of their declaration, in which a signal passes them within a step; then readouts. */
    private static Optional<Finding> inStep(DynModel model, Responses responses, int step) {
        ModelInfo info = model.info();
        for (ModelInfo.Area area : info.areas()) {
            if (responses.recorded().contains(area.name())) {
                double share = share(responses.response(area.name()), step);
                if (share > 0) {
                    return Optional.of(forward(model, "area", area.name(), step, share));
                }
            }
        }
        for (ModelInfo.Readout readout : info.readouts()) {
            if (responses.answers().contains(readout.name())) {
                double share = share(responses.answer(readout.name()), step);
                if (share > 0) {
                    return Optional.of(forward(model, "readout", readout.name(), step, share));
                }
            }
        }
        return Optional.empty();
    }

    private static Finding forward(DynModel model, String what, String name, int step, double share) {
        return new Finding.InForward(
                what, name, step, step * model.info().stepMs(), share, largest(model, weight -> weight.name()
                        .startsWith(name + ".")));
    }

    private static String largest(DynModel model, Predicate<Weight> chosen) {
        record Size(String weight, double most) {}
        return model.weights().values().stream()
                .filter(chosen.and(Weight::trainable))
                .map(weight -> new Size(weight.name(), most(weight.tensor())))
                .max(Comparator.comparingDouble(Size::most))
                .map(size -> String.format(Locale.ROOT, "%.3g (%s)", size.most(), size.weight()))
                .orElse("");
    }

    private static double most(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            return tensor.detach().abs().amax().item_float();
        }
    }

    private static double share(Tensor overTime, int step) {
        try (PointerScope scope = new PointerScope()) {
            return unfinite(overTime.select(1, step));
        }
    }

    private static double unfinite(Tensor tensor) {
        return (double) tensor.isfinite().logical_not().sum().item_long() / Math.max(1, tensor.numel());
    }
}
