package dync.data;

import dync.data.fetch.AptSource;
import dync.data.fetch.DataUnavailable;
import dync.data.fetch.Fetch;
import dync.data.fetch.FetchListener;
import dync.data.fetch.FetchSource;
import dync.data.fetch.FileSum;
import dync.data.fetch.HttpSource;
import dync.data.fetch.InstalledSource;
import dync.data.format.IdxDataset;
import dync.data.pack.PackedDataset;
import dync.data.synthetic.Shapes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The data sets that can be named, and where their files are on this machine. */
public final class Datasets {
    /** The name of the set that is computed and therefore always there. */
    public static final String SHAPES = "shapes";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path cache;
    private final Path installed;
    private final List<FetchSource> sources;

    /**
     * Looks for files in a cache folder and where packages install them.
     *
     * @param cache folder for what is fetched; need not exist
     */
    public Datasets(Path cache) {
        this(
                cache,
                FashionMnist.DEBIAN_FOLDER,
                List.of(
                        new InstalledSource(FashionMnist.DEBIAN_FOLDER),
                        new AptSource(FashionMnist.DEBIAN_PACKAGE, FashionMnist.DEBIAN_FOLDER),
                        new HttpSource(
                                FashionMnist.PUBLISHER,
                                FashionMnist.FILES.stream().map(FileSum::name).toList(),
                                PATIENCE)));
    }

    Datasets(Path cache, Path installed, List<FetchSource> sources) {
        this.cache = cache.toAbsolutePath();
        this.installed = installed;
        this.sources = List.copyOf(sources);
    }

    /** With the user's cache: {@code $XDG_CACHE_HOME/dync}, or {@code ~/.cache/dync}. */
    public static Datasets ofUser() {
        String stated = System.getenv("XDG_CACHE_HOME");
        Path base = stated != null && Path.of(stated).isAbsolute()
                ? Path.of(stated)
                : Path.of(System.getProperty("user.home"), ".cache");
        return new Datasets(base.resolve("dync"));
    }

    /** Every data set with a name. */
    public List<DatasetEntry> list() {
        Optional<Path> place = place();
        return List.of(
                new DatasetEntry(
                        SHAPES,
                        "6000 + 1000 images, 3×32×32, 10 classes",
                        "computed; needs no files",
                        Optional.empty(),
                        0,
                        true),
                new DatasetEntry(
                        FashionMnist.NAME,
                        "60000 + 10000 images, 1×28×28, 10 classes",
                        "Xiao, Rasul, Vollgraf 2017; Debian's package " + FashionMnist.DEBIAN_PACKAGE,
                        place,
                        place.map(Datasets::bytes).orElse(30_900_000L),
                        place.isPresent()));
    }

    /**
     * Opens a data set.
     *
     * @param name one of {@link #list}, the path of a folder with the four files of an MNIST-like set, or that of a
     *     packed file
     * @throws DataUnavailable if there is no such set, or its files are not on this machine
     * @throws dync.runtime.BadFile if its files are damaged
     */
    public Dataset open(String name) {
        if (name.equals(SHAPES)) {
            return Shapes.standard();
        }
        if (name.equals(FashionMnist.NAME)) {
            return FashionMnist.read(place().orElseThrow(() -> new DataUnavailable(
                    "the data set " + name + " is not on this machine", "dync data fetch " + name)));
        }
        if (name.endsWith(PackedDataset.ENDING)) {
            return PackedDataset.open(Path.of(name));
        }
        if (name.contains("/") || name.startsWith(".")) {
            Path folder = Path.of(name);
            if (Files.isDirectory(folder)) {
                return IdxDataset.read(folder);
            }
            throw new DataUnavailable(
                    "there is no folder " + folder.toAbsolutePath().normalize(),
                    "give the folder that holds train-images-idx3-ubyte.gz and its three companions");
        }
        throw unknown(name);
    }

    /** Whether a data set has to be fetched before it can be opened. */
    public boolean missing(String name) {
        return list().stream().anyMatch(entry -> entry.name().equals(name) && !entry.present());
    }

    /**
     * Makes sure that the files of a data set are on this machine and are what they should be.
     *
     * @return the folder that holds them; empty for a set that needs no files
     * @throws DataUnavailable if there is no such set, or no way to obtain it works; the message names each attempt
     */
    public Optional<Path> fetch(String name, FetchListener listener) {
        if (name.equals(SHAPES)) {
            listener.note(SHAPES + " is computed and needs no files");
            return Optional.empty();
        }
        if (!name.equals(FashionMnist.NAME)) {
            throw unknown(name);
        }
        return Optional.of(new Fetch(name, FashionMnist.FILES, folder(), sources).run(listener));
    }

    private DataUnavailable unknown(String name) {
        return new DataUnavailable(
                "there is no data set '" + name + "'",
                "the data sets are "
                        + String.join(
                                ", ", list().stream().map(DatasetEntry::name).toList())
                        + "; a folder is given by its path, for example ./" + name);
    }

    private Path folder() {
        return cache.resolve(FashionMnist.NAME);
    }

    private Optional<Path> place() {
        return List.of(folder(), installed).stream().filter(Datasets::complete).findFirst();
    }

    /** Cheap: whether the files are there. Their sums are checked once, by {@link #fetch}. */
    private static boolean complete(Path folder) {
        return FashionMnist.FILES.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file.name())));
    }

    private static long bytes(Path folder) {
        long bytes = 0;
        for (FileSum file : FashionMnist.FILES) {
            try {
                bytes += Files.size(folder.resolve(file.name()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bytes;
    }
}
