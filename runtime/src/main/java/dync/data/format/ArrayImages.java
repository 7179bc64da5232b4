package dync.data.format;

import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;

/** Images in an array of four axes, or of three if they are grey, with labels in another. */
final class ArrayImages implements Images {
    private static final int MOST_CLASSES = 1 << 16;
    private static final int MOST_VALUES = 1 << 28;

    private final NumberArray pixels;
    private final boolean channelsFirst;
    private final ImageSize imageSize;
    private final int[] labels;

    /**
     * Joins two arrays.
     *
     * @throws dync.runtime.BadFile if they are no images and labels, or do not go together
     */
    ArrayImages(NumberArray pixels, NumberArray labels, ArrayLayout layout) {
        this.pixels = pixels;
        switch (pixels.type()) {
            case UINT8, UINT16, BOOL, FLOAT32, FLOAT64 -> {}
            default ->
                throw pixels.problem(
                        "holds " + pixels + "; images are uint8, uint16, bool, float32 or float64",
                        "store the images with astype('uint8'), or with values from 0 to 1 as float32");
        }
        ArrayLayout found = layout.of(pixels)
                .orElseThrow(() -> pixels.problem(
                        "is " + pixels + ", of which it cannot be said which axis is that of the channels",
                        "images are N×H×W, N×H×W×C or N×C×H×W; say which by 'layout: grey', 'channels_last' or "
                                + "'channels_first'"));
        this.channelsFirst = found == ArrayLayout.CHANNELS_FIRST;
        this.imageSize = size(found);
        this.labels = labels(labels, pixels.length(0));
    }

    private ImageSize size(ArrayLayout layout) {
        int channels = layout == ArrayLayout.GREY ? 1 : pixels.length(channelsFirst ? 1 : 3);
        int height = pixels.length(channelsFirst ? 2 : 1);
        int width = pixels.length(channelsFirst ? 3 : 2);
        if (pixels.length(0) < 1
                || channels < 1
                || height < 1
                || width < 1
                || (double) channels * height * width > MOST_VALUES) {
            throw pixels.problem(
                    "is " + pixels + ": no images, or images without pixels or with too many", FileProblem.MEND);
        }
        return new ImageSize(channels, height, width);
    }

    private int[] labels(NumberArray array, int count) {
        boolean column = array.axes() == 2 && array.length(1) == 1;
        if (!array.type().whole() || array.axes() != 1 && !column) {
            throw array.problem(
                    "is " + array + "; labels are one whole number an image",
                    array.axes() == 2 ? "store argmax(1) of it" : "check that it is the array of labels");
        }
        if (array.length(0) != count) {
            throw array.problem(
                    "holds " + array.length(0) + " labels for " + count + " images",
                    "check that it is the array that goes with the images");
        }
        int[] read = new int[count];
        for (int i = 0; i < count; i++) {
            long label = array.integer(i);
            if (label < 0 || label >= MOST_CLASSES) {
                throw array.problem(
                        "gives image " + i + " the label " + label + "; classes are numbered from 0 up to "
                                + (MOST_CLASSES - 1),
                        "number the classes from 0");
            }
            read[i] = (int) label;
        }
        return read;
    }

    ImageSize imageSize() {
        return imageSize;
    }

    /** The largest label. */
    int lastClass() {
        int last = 0;
        for (int label : labels) {
            last = Math.max(last, label);
        }
        return last;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void read(int index, Picture into) {
        int channels = imageSize.channels();
        int area = imageSize.height() * imageSize.width();
        into.shape(channels, imageSize.height(), imageSize.width());
        float[] values = into.values();
        long from = (long) index * channels * area;
        if (channelsFirst) {
            for (int c = 0; c < channels; c++) {
                for (int p = 0; p < area; p++) {
                    values[p * channels + c] = pixels.pixel(from++);
                }
            }
        } else {
            for (int i = 0; i < channels * area; i++) {
                values[i] = pixels.pixel(from++);
            }
        }
        check(index, values, channels * area);
    }

    private void check(int index, float[] values, int count) {
        if (pixels.type().whole()) {
            return;
        }
        for (int i = 0; i < count; i++) {
            if (!Float.isFinite(values[i])) {
                throw pixels.problem(
                        "has a pixel that is " + values[i] + " in image " + index, "store numbers that are finite");
            }
        }
    }
}
