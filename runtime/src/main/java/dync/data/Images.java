package dync.data;

/** The labelled images of one split. Implementations may be read from several threads at once. */
public interface Images {

    /** Number of images. */
    int size();

    /**
     * The class of an image.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the position of its class in {@link Dataset#classes()}
     */
    int label(int index);

    /**
     * Writes the pixels of an image, channel by channel, row by row, as values from 0 to 1.
     *
     * @param index 0 to {@link #size()} - 1
     * @param into receives channels · height · width values
     * @param offset where in {@code into} the first one goes
     */
    void read(int index, float[] into, int offset);
}
