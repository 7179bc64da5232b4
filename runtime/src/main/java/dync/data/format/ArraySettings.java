package dync.data.format;

import dync.settings.Key;
import java.util.List;
import java.util.Optional;

/**
 * Which arrays of a file are the images and which the labels.
 *
 * @param images for example {@code x_train}
 * @param labels for example {@code y_train}
 * @param testImages for example {@code x_test}
 * @param testLabels for example {@code y_test}
 * @param layout the order of the axes
 * @param names what the classes are called, in the order of their numbers
 */
public record ArraySettings(
        @Key(value = "name of the array with the images to train on", standard = "")
        Optional<String> images,

        @Key(value = "name of the array with their labels", standard = "")
        Optional<String> labels,

        @Key(value = "name of the array with the images to test on", standard = "")
        Optional<String> testImages,

        @Key(value = "name of the array with their labels", standard = "")
        Optional<String> testLabels,

        @Key(value = "order of the axes of the images", standard = "from_shape")
        ArrayLayout layout,

        @Key(value = "what the classes are called, in the order of their numbers", standard = "")
        List<String> names) {
    /** Names as they are in use, axes by their lengths. */
    public static final ArraySettings STANDARD = new ArraySettings(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ArrayLayout.FROM_SHAPE, List.of());

    /** Keeps a list of its own. */
    public ArraySettings {
        names = List.copyOf(names);
        if (images.isPresent() != labels.isPresent() || testImages.isPresent() != testLabels.isPresent()) {
            throw new dync.runtime.UserError(
                    "images and labels are named together or not at all",
                    "give 'images' and 'labels', or 'test_images' and 'test_labels'");
        }
    }
}
