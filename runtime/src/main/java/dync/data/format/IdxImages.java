package dync.data.format;

import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;
import dync.runtime.BadFile;
import java.util.List;

/** Images and labels from a pair of IDX files that belong together. */
final class IdxImages implements Images {
    private final IdxFile images;
    private final IdxFile labels;
    private final ImageSize imageSize;

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
        this.imageSize = new ImageSize(
                images.axes() == 4 ? images.length(1) : 1,
                images.length(images.axes() - 2),
                images.length(images.axes() - 1));
    }

    ImageSize imageSize() {
        return imageSize;
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
    public void read(int index, Picture into) {
        int channels = imageSize.channels();
        int area = imageSize.height() * imageSize.width();
        into.shape(channels, imageSize.height(), imageSize.width());
        float[] values = into.values();
        // the file has one channel after the other
        int from = Math.multiplyExact(index, channels * area);
        for (int c = 0; c < channels; c++) {
            for (int p = 0; p < area; p++) {
                values[p * channels + c] = images.value(from++) / 255f;
            }
        }
    }
}
