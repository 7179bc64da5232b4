package dync.parity;

import dync.data.Dataset;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Split;
import java.util.Arrays;
import java.util.List;
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
    public int height() {
        return Math.toIntExact(shape.get(2));
    }

    @Override
    public int width() {
        return Math.toIntExact(shape.get(3));
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
    public void read(int index, float[] into, int offset) {
        for (int p = 0; p < pixels(); p++) {
            into[offset + p] = (float) pixels[index * pixels() + p];
        }
    }
}
