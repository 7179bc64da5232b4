package dync.train;

import dync.data.Seeds;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.Pass;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.stimulus.Place;
import dync.track.Png;
import dync.train.metric.Activity;
import dync.train.metric.ActivityReport;
import dync.train.metric.Spread;
import dync.train.metric.WeightReport;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/** Looks into a model while a run goes on, at the same few images each time, and leaves no trace. */
final class Probe {
    private static final long PATTERN = 5;
    private static final long MEMORY = 256L << 20;
    private static final int MOST = 16;

    private final DynModel model;
    private final Trials trials;
    private final Loader images;
    private final Device device;
    private final long seed;

    /** @param images of which the first batch is shown; {@link #size} says how many there is room for */
    Probe(DynModel model, Trials trials, Loader images, Device device, long seed) {
        this.model = model;
        this.trials = trials;
        this.images = images;
        this.device = device;
        this.seed = seed;
    }

    /** How many images can be shown while all areas are recorded within 256 MiB; at most 16. */
    static int size(ModelInfo info, int steps) {
        long units = info.areas().stream()
                .mapToLong(area -> area.shape().stream().reduce(1L, (a, b) -> a * b))
                .sum();
        return (int) Math.max(1, Math.min(MOST, MEMORY / Math.max(1, units * steps * Float.BYTES)));
    }

    double stepMs() {
        return model.info().stepMs();
    }

    Map<String, Spread> weights() {
        return WeightReport.of(model);
    }

    /** What each area does at all steps at which it is there. */
    Map<String, ActivityReport> activity() {
        Map<String, ActivityReport> reports = new LinkedHashMap<>();
        boolean training = model.isTraining();
        try (PointerScope scope = new PointerScope();
                NoGrad off = NoGrad.begin();
                Pass pass = images.pass(0, 0)) {
            Map<String, Tensor> random = RandomState.capture(device);
            model.eval();
            trials.record(pass.next(), Seeds.random(seed, PATTERN), Place.BEGINNING, recording(), responses -> {
                for (ModelInfo.Area area : model.info().areas()) {
                    String name = area.name();
                    if (responses.recorded().contains(name)) {
                        responses
                                .firstStep(name)
                                .ifPresent(first -> reports.put(name, Activity.of(responses.response(name), first)));
                    }
                }
            });
            RandomState.restore(random, device);
        } finally {
            if (training) {
                model.train();
            }
        }
        return reports;
    }

    private Recording recording() {
        return Recording.areas(
                model.info().areas().stream().map(ModelInfo.Area::name).collect(Collectors.toSet()));
    }

    /** The images side by side, each stretched to the whole range of light. */
    Optional<Png> picture(int most) {
        try (Pass pass = images.pass(0, 0)) {
            Batch batch = pass.next();
            Tensor all = batch.images().contiguous();
            int count = Math.min(most, batch.size());
            int channels = (int) all.size(1);
            int height = (int) all.size(2);
            int width = (int) all.size(3);
            if (channels != 1 && channels != 3) {
                return Optional.empty();
            }
            float[] values = new float[channels * height * width];
            BufferedImage picture = new BufferedImage(
                    count * (width + 2),
                    height,
                    channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
            FloatPointer pixels = all.data_ptr_float();
            for (int i = 0; i < count; i++) {
                pixels.position((long) i * values.length).get(values);
                draw(picture, i * (width + 2), values, width, height);
            }
            return Optional.of(Pictures.png(picture, channels));
        }
    }

    private static void draw(BufferedImage picture, int left, float[] values, int width, int height) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        float range = high > low ? high - low : 1;
        for (int i = 0; i < values.length; i++) {
            int pixel = i % (width * height);
            picture.getRaster()
                    .setSample(
                            left + pixel % width,
                            pixel / width,
                            i / (width * height),
                            Math.round(255 * (values[i] - low) / range));
        }
    }
}
