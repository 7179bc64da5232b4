package dync.experiment;

import dync.settings.Key;
import dync.train.loss.LossSettings;
import dync.train.optimise.DecayOf;
import dync.train.optimise.OptimizerSettings;
import dync.train.optimise.RateScaling;
import dync.train.optimise.ScheduleSettings;
import dync.train.optimise.Warmup;
import dync.train.optimise.WeightGroup;
import dync.train.policy.EarlyStopping;
import dync.train.policy.Keeping;
import dync.train.precision.LossScaleSettings;
import java.util.List;
import java.util.Optional;

/**
 * How a model learns.
 *
 * @param epochs times that all training images are seen
 * @param batch images in a batch
 * @param loss terms whose weighted sum is made small
 * @param groups the first that names a weight has it
 * @param freeze patterns of names; what they name gets no gradient
 * @param clip largest joint norm of the gradients
 * @param accumulate batches that count as one
 * @param truncate empty follows the model's clock
 * @param earlyStopping empty trains for all epochs
 * @param readout empty takes the only one
 */
public record TrainingSettings(
        @Key(value = "times that all training images are seen", standard = "3", atLeast = 1)
        int epochs,

        @Key(value = "images in a batch", standard = "32", atLeast = 1)
        int batch,

        @Key(value = "terms whose weighted sum is made small", standard = "[cross_entropy]")
        List<LossSettings> loss,

        @Key(value = "how the weights follow the gradient", standard = "adam")
        OptimizerSettings optimizer,

        @Key(value = "weights that are trained otherwise than the rest", standard = "")
        List<WeightGroup> groups,

        @Key(value = "names of weights that stay as they are, in which a star stands for any letters", standard = "")
        List<String> freeze,

        @Key(value = "which weights decay: all, or kernels and matrices only", standard = "all")
        DecayOf decay,

        @Key(value = "how learning rates follow the number of images that an update sees", standard = "none")
        RateScaling scaleRate,

        @Key(value = "a careful beginning", standard = "") Warmup warmup,

        @Key(value = "how learning rates change over the run, after the warm-up", standard = "constant")
        ScheduleSettings schedule,

        @Key(value = "largest joint norm of the gradients; 0 leaves them as they are", standard = "1", atLeast = 0)
        double clip,

        @Key(value = "largest number in any gradient; 0 leaves them as they are", standard = "0", atLeast = 0)
        double clipValues,

        @Key(value = "how the loss is scaled where precision is fp16", standard = "")
        LossScaleSettings lossScale,

        @Key(value = "batches that make one update of the weights", standard = "1", atLeast = 1)
        int accumulate,

        @Key(
                value = "steps after which gradients through time are cut; 0 never; unset follows the model's clock",
                standard = "",
                atLeast = 0)
        Optional<Integer> truncate,

        @Key(value = "when to end before the last epoch", standard = "")
        Optional<EarlyStopping> earlyStopping,

        @Key(value = "which checkpoints are kept beside the newest", standard = "")
        Keeping keep,

        @Key(value = "the readout that is trained, if there are several", standard = "")
        Optional<String> readout,

        @Key(value = "batches between checkpoints within an epoch; 0 is at its end only", standard = "500", atLeast = 0)
        int checkpointEvery) {
    /** Copies the lists. */
    public TrainingSettings {
        loss = List.copyOf(loss);
        groups = List.copyOf(groups);
        freeze = List.copyOf(freeze);
    }
}
