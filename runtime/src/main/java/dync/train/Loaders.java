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

    /** The images that are tested on, in their order, all of them up to the limit. */
    static Loader test(Dataset data, Experiment experiment) {
        return new Loader(
                new Preparation(data, Split.TEST, experiment.transforms()),
                LoaderSettings.inOrder(experiment.testing().batch())
                        .limitedTo(experiment.data().testLimit())
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
