package dync.data.catalogue;

import dync.data.ClassLabels;
import dync.data.format.ArraySettings;
import dync.data.synthetic.GratingSettings;
import dync.data.synthetic.ShapeSettings;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.util.List;
import java.util.Optional;

/**
 * Which images a model is trained and tested on.
 *
 * @param set a name of {@code dync data list}, or the path of a folder or file
 * @param classes take these classes only: names, ids or numbers; empty takes all
 * @param group take the classes of this group only
 * @param labels whether labels remain those of the whole set where a part of the classes is taken
 * @param validation share of the training images that is held back to validate on
 * @param test share of the training images that is held back to test on
 * @param splitSeed decides which images are held back
 * @param channels of images that are read from a folder
 * @param arrays where the images are in a file of arrays
 * @param gratings what the gratings are like
 * @param shapes what the shapes are like
 * @param trainLimit train on so many images
 * @param validationLimit measure a run on so many images after every epoch
 * @param testLimit test on so many images
 */
public record DataSettings(
        @Key(
                value = "a data set of dync data list, or the path of a folder or file with one",
                standard = "shapes",
                main = true,
                file = true)
        String set,

        @Key(value = "take these classes only, by name, id or number", standard = "")
        List<String> classes,

        @Key(value = "take the classes of this group only", standard = "")
        Optional<String> group,

        @Key(value = "labels of a part of the classes: those of the whole set, or from 0 on", standard = "kept")
        ClassLabels labels,

        @Key(
                value = "share of the training images to validate on, where the set has no such part",
                standard = "0.1",
                atLeast = 0,
                atMost = 0.9)
        double validation,

        @Key(
                value = "share of the training images to test on, where the set has no such part",
                standard = "0.2",
                atLeast = 0,
                atMost = 0.9)
        double test,

        @Key(value = "decides which images are held back to validate or test on", standard = "0")
        long splitSeed,

        @Key(
                value = "1 for grey, 3 for colours, for a folder of images; else as they are stored",
                standard = "",
                atLeast = 1,
                atMost = 3)
        Optional<Integer> channels,

        @Key(value = "which arrays of a file are images and labels", standard = "")
        Optional<ArraySettings> arrays,

        @Key(value = "what gratings are like, where the set is 'gratings'", standard = "")
        Optional<GratingSettings> gratings,

        @Key(value = "what shapes are like, where the set is 'shapes'", standard = "")
        Optional<ShapeSettings> shapes,

        @Key(value = "train on so many images, drawn by the seed; 0 is all", standard = "0", atLeast = 0)
        int trainLimit,

        @Key(value = "validate on so many images after every epoch; 0 is all", standard = "2000", atLeast = 0)
        int validationLimit,

        @Key(value = "test on so many images; 0 is all", standard = "0", atLeast = 0)
        int testLimit) {
    /** Keeps a list of its own. */
    public DataSettings {
        classes = List.copyOf(classes);
    }

    private static final Settings<DataSettings> SETTINGS = Settings.of(DataSettings.class);

    /** A set as it is, with all of its classes. */
    public static DataSettings of(String set) {
        return SETTINGS.standard().with("set", set).with("validation", 0).with("test", 0);
    }

    /**
     * The same with one setting changed.
     *
     * @param path keys with dots between them: {@code gratings.contrast.low}
     * @param value as in YAML
     * @throws dync.settings.BadSettings if there is no such setting or the value does not fit
     */
    public DataSettings with(String path, Object value) {
        return SETTINGS.read(List.of(
                        SETTINGS.layer(SettingsSource.value("the settings of data", SETTINGS.yaml(this))),
                        SETTINGS.layer(path, SettingsSource.value(path, value.toString()))))
                .value();
    }
}
