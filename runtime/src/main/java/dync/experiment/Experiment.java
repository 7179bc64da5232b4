package dync.experiment;

import dync.data.catalogue.DataSettings;
import dync.data.load.LoadSettings;
import dync.data.transform.TransformSettings;
import dync.runtime.weights.Precision;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import dync.stimulus.PresentationSettings;
import dync.track.TrackingSettings;
import dync.train.metric.MetricSettings;
import java.util.List;
import java.util.Map;

/**
 * All that decides what a run does. The same experiment gives the same numbers, on the CPU to the last bit for the same
 * number of threads.
 *
 * @param set the model's parameters by name or alias, written as in the language
 * @param seed of weights, of every order and of everything random
 * @param threads results are bit-equal for the same number
 */
public record Experiment(
        @Key(value = "what is trained: a .dyn file or the name of a model of the library", standard = "")
        ModelChoice model,

        @Key(value = "parameters of the model, written as in its language", standard = "")
        Map<String, String> set,

        @Key(value = "seed of weights, orders and everything random", standard = "0")
        long seed,

        @Key(value = "where it runs: auto, cpu, cuda or cuda:N", standard = "auto")
        String device,

        @Key(value = "threads of one operation; 0 is one a core", standard = "0", atLeast = 0)
        int threads,

        @Key(value = "what convolutions and matrix products are computed in; all else stays in fp32", standard = "fp32")
        Precision precision,

        @Key(value = "refuse algorithms that give other bits each time; a CPU takes none", standard = "false")
        boolean deterministic,

        @Key(value = "find out before training whether its memory will suffice", standard = "true")
        boolean memoryCheck,

        @Key(value = "which images", standard = "") DataSettings data,

        @Key(value = "what is done to images before the model sees them", standard = "")
        TransformSettings transforms,

        @Key(value = "how batches are prepared while the model works", standard = "")
        LoadSettings loading,

        @Key(value = "how an image is shown over time, and when the answer counts", standard = "")
        PresentationSettings presentation,

        @Key(value = "how the model learns", standard = "") TrainingSettings training,

        @Key(value = "how it is tested", standard = "") TestingSettings testing,

        @Key(value = "how answers are read when they are counted", standard = "")
        MetricSettings metrics,

        @Key(value = "what is kept of a run, and who is told", standard = "")
        TrackingSettings tracking) {

    static final Settings<Experiment> SETTINGS = Settings.of(Experiment.class);

    /** Copies the parameters and keeps their order. */
    public Experiment {
        set = Ordered.copy(set);
    }

    /** What a newcomer gets; it names no model yet. */
    public static Experiment standard() {
        return SETTINGS.standard();
    }

    /**
     * An experiment in YAML; what it does not say is as in {@link #standard}.
     *
     * @throws dync.settings.BadSettings with all that is wrong
     */
    public static Experiment parse(String yaml) {
        return SETTINGS.read(List.of(SETTINGS.layer(SettingsSource.file("the experiment", yaml))))
                .value();
    }

    /**
     * The same with one setting changed.
     *
     * @param path keys with dots between them: {@code training.optimizer.learning_rate}
     * @param value as in YAML
     * @throws dync.settings.BadSettings if there is no such setting or the value does not fit
     */
    public Experiment with(String path, Object value) {
        return SETTINGS.read(List.of(
                        SETTINGS.layer(SettingsSource.value("the experiment", yaml())),
                        SETTINGS.layer(path, SettingsSource.value(path, value.toString()))))
                .value();
    }

    /** The names of the settings at the top. */
    public static List<String> keys() {
        return SETTINGS.keys();
    }

    /** Every setting in tables of Markdown. */
    public static String table() {
        return SETTINGS.table();
    }

    /** Every setting, as YAML that reads as the same experiment. */
    public String yaml() {
        return SETTINGS.yaml(this);
    }
}
