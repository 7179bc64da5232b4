package dync.data;

import java.util.List;

/** Labelled images of one size, in a split to train on and one to test on. */
public interface Dataset {

    /** The name under which {@link Datasets} lists it, for example {@code fashion-mnist}. */
    String name();

    /** 1 for grey values, 3 for colours. */
    int channels();

    /** Height of every image in pixels. */
    int height();

    /** Width of every image in pixels. */
    int width();

    /** What each class is called; a label is a position in this list. */
    List<String> classes();

    /** Mean and standard deviation of the training images, by channel. */
    Normalisation normalisation();

    /** The images of one split. */
    Images images(Split split);

    /** Number of values in one image. */
    default int pixels() {
        return channels() * height() * width();
    }
}
