package dync.experiment;

import dync.settings.Key;
import dync.train.optimise.OptimizerSettings;
import java.util.Optional;

/**
 * How a model learns.
 *
 * @param epochs times that all training images are seen
 * @param batch images in a batch
 * @param clip largest joint norm of the gradients
 * @param readout empty takes the only one
 */
public record TrainingSettings(
        @Key(value = "times that all training images are seen", standard = "3", atLeast = 1)
        int epochs,

        @Key(value = "images in a batch", standard = "32", atLeast = 1)
        int batch,

        @Key(value = "how the weights follow the gradient", standard = "adam")
        OptimizerSettings optimizer,

        @Key(value = "largest joint norm of the gradients; 0 leaves them as they are", standard = "1", atLeast = 0)
        double clip,

        @Key(value = "the readout that is trained, if there are several", standard = "")
        Optional<String> readout,

        @Key(value = "batches between checkpoints within an epoch; 0 is at its end only", standard = "500", atLeast = 0)
        int checkpointEvery) {}
