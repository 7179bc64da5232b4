package dync.data.format;

import dync.data.Images;
import dync.runtime.BadFile;
import java.util.List;

/** Images and labels from a pair of IDX files that belong together. */
final class IdxImages implements Images {
    private static final float SCALE = 1f / 255f;

    private final IdxFile images;
    private final IdxFile labels;
    private final int pixels;

    /**
     * Joins two files.
     *
     * @throws BadFile if the files do not hold as many images as labels, or a label has no class
     */
    IdxImages(IdxFile images, IdxFile labels, List<String> classes) {
        this.images = images;
        this.labels = labels;
        if (images.axes() < 3) {
            throw new BadFile(
                    images.path(),
                    "is " + images.shape() + "; images are number×height×width, or " + "number×channels×height×width",
                    "check that it is the file of images and not the one of labels");
        }
        if (labels.axes() != 1) {
            throw new BadFile(
                    labels.path(),
                    "is " + labels.shape() + "; labels are one number an image",
                    "check that it is the file of labels and not the one of images");
        }
        if (labels.length(0) != images.length(0)) {
            throw new BadFile(
                    labels.path(),
                    "holds " + labels.length(0) + " labels for the " + images.length(0) + " images in "
                            + images.path().getFileName(),
                    "take both files from the same source");
        }
        for (int i = 0; i < labels.length(0); i++) {
            if (labels.value(i) >= classes.size()) {
                throw new BadFile(
                        labels.path(),
                        "gives image " + i + " the label " + labels.value(i) + "; the " + classes.size()
                                + " classes are 0 to " + (classes.size() - 1),
                        "check that it is the file of labels that goes with "
                                + images.path().getFileName());
            }
        }
        this.pixels = channels() * height() * width();
    }

    int channels() {
        return images.axes() == 4 ? images.length(1) : 1;
    }

    int height() {
        return images.length(images.axes() - 2);
    }

    int width() {
        return images.length(images.axes() - 1);
    }

    @Override
    public int size() {
        return images.length(0);
    }

    @Override
    public int label(int index) {
        return labels.value(index);
    }

    @Override
    public void read(int index, float[] into, int offset) {
        int from = Math.multiplyExact(index, pixels);
        for (int i = 0; i < pixels; i++) {
            into[offset + i] = images.value(from + i) * SCALE;
        }
    }
}
