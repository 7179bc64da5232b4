package dync.parity;

import com.google.gson.JsonObject;
import dync.data.Split;
import dync.data.load.Batch;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.load.Pass;
import dync.runtime.Stimulus;
import dync.stimulus.Appearance;
import dync.stimulus.Noisy;
import dync.stimulus.Place;
import dync.stimulus.Schedule;
import dync.stimulus.course.Duration;
import dync.stimulus.course.Interval;
import dync.stimulus.course.Span;
import dync.stimulus.course.Throughout;
import dync.stimulus.course.TimeCourse;
import dync.stimulus.noise.NoiseLevel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Images in batches, shown over time as the loaders of the reference show them. */
final class LoaderRule {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("tsteps", "n_timesteps"),
            Map.entry("dsteps", "n_timesteps"),
            Map.entry("data_timesteps", "n_timesteps"),
            Map.entry("repeat", "n_timesteps"),
            Map.entry("stim", "stimulus_duration"),
            Map.entry("intro", "intro_duration"),
            Map.entry("interval", "interval_duration"),
            Map.entry("contrast", "stimulus_contrast"),
            Map.entry("voidid", "non_label_index"),
            Map.entry("voidinput", "non_input_value"),
            Map.entry("noisetype", "noise_type"),
            Map.entry("noiselevel", "ssnr"),
            Map.entry("tempmode", "temporal_mode"),
            Map.entry("noisevoid", "noise_void"));

    private static final Pattern BATCH = Pattern.compile("batch_size=(\\d+)");

    /**
     * A loader of the reference.
     *
     * @param half whether it rounds to half precision unless told otherwise
     */
    private record Protocol(int steps, TimeCourse course, UnaryOperator<Appearance> looks, boolean half) {}

    private final ParityCase recorded;
    private final Comparison comparison;
    private final String row;
    private final Settings given;

    private LoaderRule(ParityCase recorded, Comparison comparison, JsonObject line) {
        this.recorded = recorded;
        this.comparison = comparison;
        this.row = line.get("index").getAsString() + "/";
        this.given = new Settings(line.getAsJsonObject("kwargs"), ALIASES);
    }

    static void compare(ParityCase recorded, Comparison comparison) {
        Matcher batch = BATCH.matcher(recorded.procedure());
        if (!batch.find()) {
            throw new OutOfScope("no size of a batch is stated");
        }
        for (JsonObject line : recorded.rows()) {
            String loader = line.get("loader").getAsString().replaceAll("DataLoader$", "");
            new LoaderRule(recorded, comparison, line).compare(loader, Integer.parseInt(batch.group(1)));
        }
    }

    private void compare(String loader, int batchSize) {
        Protocol protocol = protocol(loader);
        boolean half =
                given.text("dtype", protocol.half() ? "float16" : "float32").equals("float16") && protocol.half();
        int unlabelled = given.whole("non_label_index", -1);
        double blank = given.number("non_input_value", 0);
        given.complete();
        Schedule schedule = Schedule.of(protocol.course().moments(protocol.steps(), 1, new Random(0)), 1, 0, 0);
        RecordedImages images = new RecordedImages(recorded, "dataset/images", "dataset/labels");
        Function<Tensor, Tensor> rounded = x -> half ? x.to(ScalarType.Half).to(ScalarType.Float) : x;
        float dark = rounded.apply(Numbers.tensor(new long[] {1}, blank).to(ScalarType.Float))
                .item_float();
        try (Pass pass = new Loader(images, Split.TEST, LoaderSettings.inOrder(batchSize)).pass(0, 0)) {
            while (pass.hasNext()) {
                Batch batch = pass.next();
                String name = row + "batch" + batch.index();
                Appearance looks = protocol.looks().apply(Appearance.plain(dark));
                Place place = new Place(0, batch.index(), (long) batch.index() * batchSize);
                Stimulus shown = schedule.stimulus(rounded.apply(batch.images()), looks, place);
                comparison.table(name + "/data", Numbers.of(overTime(shown)));
                comparison.exact(name + "/labels", MaskRule.labels(schedule, batch.labels(), unlabelled));
            }
        }
    }

    private static Tensor overTime(Stimulus shown) {
        TensorVector frames = new TensorVector();
        for (int t = 0; t < shown.steps(); t++) {
            frames.push_back(shown.frame("input", t));
        }
        return torch.stack(frames, 1);
    }

    private Protocol protocol(String loader) {
        return switch (loader) {
            case "Standard" -> new Protocol(steps(1), new Throughout(), UnaryOperator.identity(), false);
            case "StimulusRepetition" -> new Protocol(steps(20), new Throughout(), UnaryOperator.identity(), false);
            case "StimulusDuration" -> new Protocol(steps(30), once(1, 20), UnaryOperator.identity(), true);
            case "StimulusInterval" -> {
                TimeCourse twice = new Interval(
                        Span.steps(given.whole("intro_duration", 0)),
                        Span.steps(given.whole("stimulus_duration", 2)),
                        Span.steps(given.whole("interval_duration", 2)),
                        TimeCourse.Pair.SAME);
                yield new Protocol(steps(30), twice, UnaryOperator.identity(), true);
            }
            case "StimulusContrast" -> {
                double contrast = given.number("stimulus_contrast", 1);
                yield new Protocol(
                        steps(15), once(2, 10), plain -> Appearance.contrast(contrast, plain.blank()), false);
            }
            case "StimulusNoise" -> {
                Noisy noisy = noisy();
                yield new Protocol(steps(20), once(0), plain -> Appearance.noisy(noisy, plain.blank()), true);
            }
            default -> throw new OutOfScope("the loader " + loader);
        };
    }

    private int steps(int otherwise) {
        return given.whole("n_timesteps", otherwise);
    }

    private TimeCourse once(int intro, int shown) {
        return Duration.of(given.whole("intro_duration", intro), given.whole("stimulus_duration", shown));
    }

    private TimeCourse once(int intro) {
        Optional<Span> shown = given.get("stimulus_duration").isPresent()
                ? Optional.of(Span.steps(given.whole("stimulus_duration", 0)))
                : Optional.empty();
        return new Duration(Span.steps(given.whole("intro_duration", intro)), shown);
    }

    /** Noise on blanks and the options of single kinds have no effect in the reference: docs/decisions/0021. */
    private Noisy noisy() {
        given.ignore(
                "noise_void",
                "noise_cache_size",
                "spatially_correlated",
                "spatialcorr",
                "correlation_kernel_size",
                "salt_vs_pepper",
                "use_image_spectrum",
                "spectral_exponent");
        Noisy.Change change =
                switch (given.text("temporal_mode", "dynamic")) {
                    case "static" -> Noisy.Change.STATIC;
                    case "dynamic" -> Noisy.Change.DYNAMIC;
                    default -> throw new OutOfScope("noise that changes as " + given.text("temporal_mode", ""));
                };
        Settings plain = new Settings(new JsonObject());
        Map<Long, RecordedDraws> draws = new HashMap<>();
        Noisy.Source source = (device, place, images, step, shown) -> draws.computeIfAbsent(
                place.batch(), number -> new RecordedDraws(recorded, row + "batch" + number + "/"));
        return new Noisy(
                NoiseRule.noise(given.text("noise_type", "uniform"), plain),
                NoiseLevel.signalShare(given.number("ssnr", 0.5)),
                change,
                1,
                false,
                source);
    }
}
