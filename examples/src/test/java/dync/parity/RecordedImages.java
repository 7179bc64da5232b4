package dync.parity;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Picture;
import dync.data.Split;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The data set of a case: {@code [N, C, H, W]} and a label each, both splits alike, not normalised any further. */
final class RecordedImages implements Dataset, Images {
    private final double[] pixels;
    private final double[] labels;
    private final List<Long> shape;

    RecordedImages(ParityCase recorded, String images, String labels) {
        this.pixels = recorded.values(images);
        this.labels = recorded.values(labels);
        this.shape = recorded.shape(images);
    }

    @Override
    public String name() {
        return "recorded";
    }

    @Override
    public int channels() {
        return Math.toIntExact(shape.get(1));
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return Optional.of(new ImageSize(channels(), Math.toIntExact(shape.get(2)), Math.toIntExact(shape.get(3))));
    }

    @Override
    public List<String> classes() {
        int last = (int) Arrays.stream(labels).max().orElse(0);
        return IntStream.rangeClosed(0, last).mapToObj(String::valueOf).toList();
    }

    @Override
    public Normalisation normalisation() {
        float[] ones = new float[channels()];
        Arrays.fill(ones, 1);
        return Normalisation.of(new float[channels()], ones);
    }

    @Override
    public Images images(Split split) {
        return this;
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return (int) labels[index];
    }

    @Override
    public void read(int index, Picture into) {
        ImageSize size = imageSize().orElseThrow();
        into.shape(size.channels(), size.height(), size.width());
        int area = size.height() * size.width();
        for (int c = 0; c < size.channels(); c++) {
            for (int p = 0; p < area; p++) {
                into.values()[p * size.channels() + c] = (float) pixels[index * size.values() + c * area + p];
            }
        }
    }
}
