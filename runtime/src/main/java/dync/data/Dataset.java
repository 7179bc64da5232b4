package dync.data;

import java.util.List;
import java.util.Optional;

/** Labelled images, in splits to train on, to validate on and to test on. */
public interface Dataset {

    /** The name under which {@link dync.data.catalogue.Datasets} lists it, for example {@code fashion-mnist}. */
    String name();

    /** 1 for grey values, 3 for colours. */
    int channels();

    /** The size of every image; empty if they differ in height or width. */
    Optional<ImageSize> imageSize();

    /** What each class is called; a label is a position in this list. */
    List<String> classes();

    /** What each class is called in the files: a WordNet id or the name of a folder; often as in {@link #classes}. */
    default List<String> classIds() {
        return classes();
    }

    /** Mean and standard deviation of the training images, by channel. */
    Normalisation normalisation();

    /** The images of one split; none where the set has no such part. */
    Images images(Split split);
}
