package dync.train;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Split;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.transform.Preparation;
import dync.data.transform.TransformSettings;
import dync.experiment.Experiment;
import dync.runtime.UserError;

/** The images of a set as an experiment shows them. */
public final class Loaders {
    private Loaders() {}

    /** The images that are trained on, in an order of their own for every epoch. */
    static Loader train(Dataset data, Experiment experiment) {
        return new Loader(
                new Preparation(data, Split.TRAIN, experiment.transforms()),
                LoaderSettings.shuffled(experiment.training().batch(), experiment.seed())
                        .limitedTo(experiment.data().trainLimit())
                        .with(experiment.loading()));
    }

    /** The images on which a run is measured after every epoch: those to validate on, or else those of the test. */
    static Loader heldOut(Dataset data, Experiment experiment) {
        return inOrder(
                data,
                heldOutSplit(data),
                experiment,
                experiment.testing().batch(),
                experiment.data().validationLimit());
    }

    private static Split heldOutSplit(Dataset data) {
        return data.images(Split.VALIDATION).size() > 0 ? Split.VALIDATION : Split.TEST;
    }

    /** The images that are tested on, in their order, all of them up to the limit. */
    static Loader test(Dataset data, Experiment experiment) {
        return inOrder(
                data,
                Split.TEST,
                experiment,
                experiment.testing().batch(),
                experiment.data().testLimit());
    }

    /** One batch of the images on which a run is measured. */
    static Loader few(Dataset data, Experiment experiment, int images) {
        return inOrder(data, heldOutSplit(data), experiment, images, images);
    }

    private static Loader inOrder(Dataset data, Split split, Experiment experiment, int batch, int limit) {
        return new Loader(
                new Preparation(data, split, experiment.transforms()),
                LoaderSettings.inOrder(batch)
                        .limitedTo(limit)
                        .with(experiment.loading().keepingLast()));
    }

    /**
     * The size of every image that a model sees.
     *
     * @throws UserError if they differ, or those of training are not those of testing
     */
    public static ImageSize imageSize(Dataset data, TransformSettings transforms) {
        ImageSize train = new Preparation(data, Split.TRAIN, transforms).imageSize();
        ImageSize test = new Preparation(data, Split.TEST, transforms).imageSize();
        if (!train.equals(test)) {
            throw new UserError(
                    "the model would be trained on images of " + train + " and tested on images of " + test,
                    "resize, crop or make grey in transforms.test what transforms.train does");
        }
        return train;
    }
}
