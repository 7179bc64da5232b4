package dync.data.transform;

import dync.data.Picture;

/** A picture that is worked on, with a second one to work into and room for weights. To be used by one thread. */
final class Canvas {
    private Picture picture = new Picture();
    private Picture spare = new Picture();
    private float[] room = {};
    private int[] places = {};

    /** The picture as it is now. */
    Picture picture() {
        return picture;
    }

    /** Makes room for a new picture of a size, beside the present one; {@link #turn} makes it the present one. */
    Picture spare(int channels, int height, int width) {
        spare.shape(channels, height, width);
        return spare;
    }

    /** What was drawn into {@link #spare} is now the picture. */
    void turn() {
        Picture before = picture;
        picture = spare;
        spare = before;
    }

    /** Undefined values for intermediate results, valid until the next call. */
    float[] room(int length) {
        if (room.length < length) {
            room = new float[length];
        }
        return room;
    }

    /** Undefined whole numbers for intermediate results, valid until the next call. */
    int[] places(int length) {
        if (places.length < length) {
            places = new int[length];
        }
        return places;
    }
}
