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
     * Reads the pixels of an image, as values from 0 to 1.
     *
     * @param index 0 to {@link #size()} - 1
     * @param into receives size and values, with {@link Dataset#channels} channels
     */
    void read(int index, Picture into);

    /** No image at all. */
    static Images none() {
        return new Images() {
            @Override
            public int size() {
                return 0;
            }

            @Override
            public int label(int index) {
                throw new IndexOutOfBoundsException(index);
            }

            @Override
            public void read(int index, Picture into) {
                throw new IndexOutOfBoundsException(index);
            }
        };
    }
}
