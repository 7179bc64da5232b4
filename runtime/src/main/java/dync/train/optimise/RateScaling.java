package dync.train.optimise;

import dync.settings.Key;
import dync.settings.Kind;

/** How the learning rate follows the number of images that an update sees. */
public sealed interface RateScaling {

    /**
     * What learning rates are multiplied by.
     *
     * @param images that an update sees: those of a batch, times the batches that are accumulated
     */
    double factor(long images);

    /** The rate is meant as it stands. */
    @Kind("the rate is meant as it stands")
    record None() implements RateScaling {
        @Override
        public double factor(long images) {
            return 1;
        }
    }

    /** The rate grows as the images. */
    @Kind("in proportion, Goyal et al. 2017, arXiv:1706.02677")
    record Linear(
            @Key(value = "images that the rate is meant for", standard = "64", atLeast = 1, main = true)
            int images) implements RateScaling {
        @Override
        public double factor(long seen) {
            return (double) seen / images;
        }
    }

    /** The rate grows as the root of the images. */
    @Kind("with the root, Krizhevsky 2014, arXiv:1404.5997")
    record Root(
            @Key(value = "images that the rate is meant for", standard = "64", atLeast = 1, main = true)
            int images) implements RateScaling {
        @Override
        public double factor(long seen) {
            return Math.sqrt((double) seen / images);
        }
    }

    /** As the reference toolbox does it, with its constants as standards. */
    @Kind("in proportion for small batches, with the root above")
    record Mixed(
            @Key(value = "images that the rate is meant for", standard = "64", atLeast = 1, main = true)
            int images,

            @Key(value = "images up to which it is in proportion", standard = "128", atLeast = 1)
            int until)
            implements RateScaling {
        @Override
        public double factor(long seen) {
            double times = (double) seen / images;
            return seen <= until ? times : Math.sqrt(times);
        }
    }
}
