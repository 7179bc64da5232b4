package dync.stimulus.course;

/**
 * What is seen at one step. Images are counted from the sample's own, 0; image k is that of the k-th sample after it in the
 * batch, where the first follows the last. Two equal scenes look the same, but for noise.
 */
public sealed interface Scene {
    /** Nothing but the blank. */
    Scene BLANK = new Blank();

    /** The sample's own image as it is. */
    Scene OWN = image(0);

    /** Stands for no image. */
    int NO_IMAGE = -1;

    /** An image as it is. */
    static Scene image(int image) {
        return new Shown(image, 1, 0, 0);
    }

    /** The image that is seen, or seen best; {@link #NO_IMAGE} if there is none, or two are seen alike. */
    int image();

    /** How many images of a batch it takes. */
    int images();

    /** Nothing is shown. */
    record Blank() implements Scene {
        @Override
        public int image() {
            return NO_IMAGE;
        }

        @Override
        public int images() {
            return 0;
        }

        @Override
        public String toString() {
            return "blank";
        }
    }

    /**
     * One image.
     *
     * @param image which
     * @param contrast factor, 1 as it is
     * @param right by how many pixels it is moved to the right
     * @param down by how many pixels it is moved down
     */
    record Shown(int image, double contrast, int right, int down) implements Scene {
        @Override
        public int images() {
            return image + 1;
        }

        @Override
        public String toString() {
            return "image " + image + (contrast == 1 ? "" : " contrast " + contrast)
                    + (right == 0 && down == 0 ? "" : " at " + right + "," + down);
        }
    }

    /**
     * Two images over each other: {@code (1 - share) · from + share · to}.
     *
     * @param from the image that goes
     * @param to the image that comes
     * @param share above 0 and below 1
     */
    record Fade(int from, int to, double share) implements Scene {
        @Override
        public int image() {
            return share == 0.5 ? NO_IMAGE : share < 0.5 ? from : to;
        }

        @Override
        public int images() {
            return Math.max(from, to) + 1;
        }

        @Override
        public String toString() {
            return "image " + from + " to " + to + " share " + share;
        }
    }
}
