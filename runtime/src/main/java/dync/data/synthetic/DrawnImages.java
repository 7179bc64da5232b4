package dync.data.synthetic;

import dync.data.Images;
import dync.data.Picture;

/**
 * Images that are computed when they are read; classes take turns.
 *
 * @param size how many there are
 * @param classes how many classes there are
 */
record DrawnImages(int size, int classes, Drawing drawing) implements Images {
    /** Draws an image; the same index gives the same image, from any thread. */
    @FunctionalInterface
    interface Drawing {
        void draw(int index, int label, Picture into);
    }

    @Override
    public int label(int index) {
        return index % classes;
    }

    @Override
    public void read(int index, Picture into) {
        drawing.draw(index, label(index), into);
    }
}
