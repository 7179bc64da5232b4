package dync.train.loss;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import dync.stimulus.Schedule;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** How much the loss of each labelled step counts; steps without a label never do. */
public sealed interface StepWeights {

    /**
     * @param labels {@code [B, T]}
     * @return {@code [B, T]} in single precision, 0 where there is no label
     */
    Tensor of(Tensor labels);

    private static Tensor labelled(Tensor labels) {
        return labels.ne(new Scalar(Schedule.UNLABELLED));
    }

    private static Tensor spread(Tensor labels, double[] weights) {
        float[] single = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            single[i] = (float) weights[i];
        }
        Tensor row = torch.empty(new long[] {weights.length}, new TensorOptions(ScalarType.Float), null);
        row.data_ptr_float().put(single, 0, single.length);
        return labelled(labels).to(ScalarType.Float).mul(row.to(labels.device(), ScalarType.Float));
    }

    /** The mean over labelled pairs of sample and step. */
    @Kind("all labelled steps alike")
    record Even() implements StepWeights {
        @Override
        public Tensor of(Tensor labels) {
            return labelled(labels).to(ScalarType.Float);
        }
    }

    /** The readout after the whole presentation. */
    @Kind("the last labelled step of each sample alone")
    record Last() implements StepWeights {
        @Override
        public Tensor of(Tensor labels) {
            Tensor labelled = labelled(labels);
            Tensor stillToCome = labelled.to(ScalarType.Long).flip(1).cumsum(1).flip(1);
            return stillToCome.eq(new Scalar(1L)).logical_and(labelled).to(ScalarType.Float);
        }
    }

    /** Late answers count more. */
    @Kind("more from step to step, in a line")
    record Ramp(
            @Key(value = "how much the first step counts, the last one counting 1", standard = "0", atLeast = 0)
            double from)
            implements StepWeights {
        @Override
        public Tensor of(Tensor labels) {
            double[] weights = new double[Math.toIntExact(labels.size(1))];
            for (int t = 0; t < weights.length; t++) {
                weights[t] = weights.length == 1 ? 1 : from + (1 - from) * t / (weights.length - 1);
            }
            return spread(labels, weights);
        }
    }

    /** Any weights. */
    @Kind("as listed")
    record Listed(
            @Key(value = "one number for each step of a run, with those that the answer takes to arrive", atLeast = 0)
            List<Double> weights)
            implements StepWeights {
        /** Copies the list. */
        public Listed {
            weights = List.copyOf(weights);
        }

        @Override
        public Tensor of(Tensor labels) {
            if (weights.size() != labels.size(1)) {
                throw new UserError(
                        "the loss lists weights for " + weights.size() + " steps, a run has " + labels.size(1),
                        "list one weight for each step, with those that the answer takes to arrive");
            }
            return spread(
                    labels, weights.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
