package dync.data.catalogue;

import dync.data.ClassGroups;
import dync.data.ClassSubset;
import dync.data.Dataset;
import dync.data.HeldOut;
import dync.data.ImageSet;
import dync.data.Normalisation;
import dync.data.Split;
import dync.data.fetch.DataUnavailable;
import dync.data.fetch.Fetch;
import dync.data.fetch.FetchListener;
import dync.data.synthetic.GratingSettings;
import dync.data.synthetic.Gratings;
import dync.data.synthetic.Shapes;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data sets that can be named, and where their files are on this machine. */
public final class Datasets {
    /** The name of the set of figures, which is computed and therefore always there. */
    public static final String SHAPES = "shapes";

    /** The name of the set of sine gratings, which is computed and therefore always there. */
    public static final String GRATINGS = "gratings";

    private final List<Path> roots;
    private final List<KnownSet> known;

    /**
     * Looks for files in a cache folder and where packages install them.
     *
     * @param cache folder for what is fetched; need not exist
     */
    public Datasets(Path cache) {
        this(List.of(cache), KnownSets.all());
    }

    /** @param roots folders that hold a folder for each set; what is fetched goes into the last */
    Datasets(List<Path> roots, List<KnownSet> known) {
        this.roots = roots.stream().map(Path::toAbsolutePath).toList();
        this.known = List.copyOf(known);
    }

    /**
     * With the folder {@code $DYNC_DATA}, where a laboratory may keep its data, and the user's cache:
     * {@code $XDG_CACHE_HOME/dync}, or {@code ~/.cache/dync}.
     */
    public static Datasets ofUser() {
        String stated = System.getenv("XDG_CACHE_HOME");
        Path base = stated != null && Path.of(stated).isAbsolute()
                ? Path.of(stated)
                : Path.of(System.getProperty("user.home"), ".cache");
        List<Path> roots = new ArrayList<>();
        String shared = System.getenv("DYNC_DATA");
        if (shared != null && !shared.isBlank()) {
            roots.add(Path.of(shared));
        }
        roots.add(base.resolve("dync"));
        return new Datasets(roots, KnownSets.all());
    }

    /** Every data set with a name. */
    public List<DatasetEntry> list() {
        List<DatasetEntry> entries = new ArrayList<>();
        entries.add(computed(SHAPES, "6000 + 1000 images, 3×32×32, 10 classes"));
        entries.add(computed(GRATINGS, "6000 + 1000 images, 1×32×32, 8 orientations"));
        for (KnownSet set : known) {
            Optional<Path> place = place(set);
            entries.add(new DatasetEntry(
                    set.name(),
                    set.contents(),
                    set.origin(),
                    place,
                    place.map(folder -> bytes(folder, set)).orElse(set.bytes()),
                    place.isPresent(),
                    place.isEmpty() && set.sources().isEmpty() ? Optional.of(byHand(set)) : Optional.empty()));
        }
        return entries;
    }

    private static DatasetEntry computed(String name, String contents) {
        return new DatasetEntry(
                name, contents, "computed; needs no files", Optional.empty(), 0, true, Optional.empty());
    }

    private String byHand(KnownSet set) {
        return set.byHand() + ": " + target(set);
    }

    /**
     * Opens what settings describe: a set by name or path, some of its classes, a part of it held back.
     *
     * @throws DataUnavailable if there is no such set, or its files are not on this machine
     * @throws dync.runtime.BadFile if its files are damaged
     * @throws UserError if it has no such classes, or the settings do not go with it
     */
    public Dataset open(DataSettings settings) {
        check(settings);
        Dataset set = opened(settings);
        if (settings.group().isPresent()) {
            set = ClassSubset.of(
                    set, ClassGroups.standard().classes(set, settings.group().get()), settings.labels());
        } else if (!settings.classes().isEmpty()) {
            set = ClassSubset.of(set, settings.classes(), settings.labels());
        }
        set = HeldOut.from(set, Split.TEST, settings.test(), settings.splitSeed());
        return HeldOut.from(set, Split.VALIDATION, settings.validation(), settings.splitSeed());
    }

    private static void check(DataSettings settings) {
        if (settings.group().isPresent() && !settings.classes().isEmpty()) {
            throw new UserError("'group' and 'classes' are both given", "give one of them");
        }
        if (settings.gratings().isPresent() && !settings.set().equals(GRATINGS)) {
            throw new UserError("there are settings for gratings, and the set is " + settings.set(), "set: gratings");
        }
        if (settings.shapes().isPresent() && !settings.set().equals(SHAPES)) {
            throw new UserError("there are settings for shapes, and the set is " + settings.set(), "set: shapes");
        }
        if (settings.set().equals(SHAPES) || settings.set().equals(GRATINGS)) {
            DatasetPath.refuse(settings, settings.set());
        }
        if (settings.validation() + settings.test() >= 1) {
            throw new UserError("nothing is left to train on", "make 'validation' or 'test' smaller");
        }
    }

    private Dataset opened(DataSettings settings) {
        String name = settings.set();
        if (name.equals(SHAPES)) {
            return settings.shapes().isPresent() ? settings.shapes().get().set() : Shapes.standard();
        }
        if (name.equals(GRATINGS)) {
            return new Gratings(settings.gratings().orElse(GratingSettings.STANDARD));
        }
        Optional<KnownSet> set =
                known.stream().filter(one -> one.name().equals(name)).findFirst();
        if (set.isPresent()) {
            DatasetPath.refuse(settings, name);
            return set.get().read(place(set.get()).orElseThrow(() -> absent(set.get())));
        }
        Path path = Path.of(name);
        if (!Files.exists(path) && !name.contains("/") && !name.startsWith(".")) {
            throw unknown(name);
        }
        return stated(DatasetPath.read(path, settings));
    }

    /** A folder that is called after a set is taken for it, as far as mean and deviation go. */
    private Dataset stated(Dataset read) {
        Optional<Normalisation> stated = known.stream()
                .filter(one ->
                        one.name().equals(read.name()) && one.normalisation().channels() == read.channels())
                .findFirst()
                .map(KnownSet::normalisation);
        return stated.isPresent() && read instanceof ImageSet set ? set.normalised(stated.get()) : read;
    }

    /** Opens a set as it is, by name or path; nothing of it is held back. */
    public Dataset open(String name) {
        return open(DataSettings.of(name));
    }

    /** Whether a data set has to be fetched, and can be, before it can be opened. */
    public boolean missing(String name) {
        return known.stream()
                .anyMatch(set -> set.name().equals(name)
                        && !set.sources().isEmpty()
                        && place(set).isEmpty());
    }

    /**
     * Makes sure that the files of a data set are on this machine and are what they should be.
     *
     * @return the folder that holds them; empty for a set that needs no files
     * @throws DataUnavailable if there is no such set, or no way to obtain it works; the message names each attempt
     */
    public Optional<Path> fetch(String name, FetchListener listener) {
        if (name.equals(SHAPES) || name.equals(GRATINGS)) {
            listener.note(name + " is computed and needs no files");
            return Optional.empty();
        }
        KnownSet set = known.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        if (set.sources().isEmpty()) {
            Optional<Path> place = place(set);
            place.ifPresent(folder -> listener.note(name + " is in " + folder));
            return Optional.of(place.orElseThrow(() -> absent(set)));
        }
        return Optional.of(new Fetch(name, set.files(), target(set), set.sources()).run(listener));
    }

    private DataUnavailable absent(KnownSet set) {
        return new DataUnavailable(
                "the data set " + set.name() + " is not on this machine",
                set.sources().isEmpty() ? byHand(set) : "dync data fetch " + set.name());
    }

    private DataUnavailable unknown(String name) {
        List<String> names = list().stream().map(DatasetEntry::name).toList();
        return new DataUnavailable(
                "there is no data set '" + name + "'",
                Nearest.to(name, names)
                                .map(near -> "did you mean '" + near + "'? ")
                                .orElse("")
                        + "the data sets are " + String.join(", ", names)
                        + "; a folder or file is given by its path, for example ./" + name);
    }

    private Path target(KnownSet set) {
        return roots.get(roots.size() - 1).resolve(set.name());
    }

    private Optional<Path> place(KnownSet set) {
        Stream<Path> places = roots.stream()
                .flatMap(root -> Stream.concat(
                        Stream.of(root.resolve(set.name())),
                        set.folders().stream()
                                .flatMap(inner ->
                                        Stream.of(root.resolve(set.name()).resolve(inner), root.resolve(inner)))));
        return Stream.concat(places, set.installed().stream())
                .filter(set.complete())
                .findFirst();
    }

    /** Of a set of a few files; that of others is not worth the walk. */
    private static long bytes(Path folder, KnownSet set) {
        if (set.files().isEmpty()) {
            return set.bytes();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
