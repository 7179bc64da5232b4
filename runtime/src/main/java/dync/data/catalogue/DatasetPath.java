package dync.data.catalogue;

import dync.data.Dataset;
import dync.data.fetch.DataUnavailable;
import dync.data.format.ArrayDataset;
import dync.data.format.ArraySettings;
import dync.data.format.Cifar;
import dync.data.format.IdxDataset;
import dync.data.image.ImageFolder;
import dync.data.pack.PackedDataset;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out what a path is, by what is there and not by what it is called. */
final class DatasetPath {
    private static final String KINDS =
            "dync reads folders of images (train/CLASS/*.png and test/CLASS/*.png), the IDX files of MNIST, the binary "
                    + "files of CIFAR, .npz and .h5 files, folders of .npy and what dync data pack writes";

    private DatasetPath() {}

    static Dataset read(Path path, DataSettings settings) {
        if (!Files.exists(path)) {
            throw new DataUnavailable(
                    "there is nothing at " + path.toAbsolutePath().normalize(), "check the path; " + KINDS);
        }
        if (!Files.isDirectory(path)) {
            return file(path, settings);
        }
        if (ImageFolder.recognises(path)) {
            refuseArrays(settings, path.toString());
            return ImageFolder.read(path, settings.channels());
        }
        refuseChannels(settings, path);
        if (holdsArrays(path)) {
            return ArrayDataset.read(path, settings.arrays().orElse(ArraySettings.STANDARD));
        }
        refuseArrays(settings, path.toString());
        if (IdxDataset.recognises(path)) {
            return IdxDataset.read(path, List.of());
        }
        if (Cifar.recognises(path)) {
            return Cifar.read(path);
        }
        throw unrecognised(path);
    }

    /** Settings that say how a path is read have no meaning for a set with a name. */
    static void refuse(DataSettings settings, String name) {
        refuseArrays(settings, name);
        if (settings.channels().isPresent()) {
            throw new UserError(
                    "'channels' is given, and " + name + " has its own",
                    "leave it out, or convert the images by a transform");
        }
    }

    private static void refuseArrays(DataSettings settings, String name) {
        if (settings.arrays().isPresent()) {
            throw new UserError("'arrays' is given, and " + name + " holds no arrays", "leave it out");
        }
    }

    private static Dataset file(Path path, DataSettings settings) {
        if (ArrayDataset.recognises(path)) {
            refuseChannels(settings, path);
            return ArrayDataset.read(path, settings.arrays().orElse(ArraySettings.STANDARD));
        }
        String name = path.getFileName().toString();
        if (name.endsWith(PackedDataset.ENDING)) {
            refuseArrays(settings, name);
            refuseChannels(settings, path);
            return PackedDataset.open(path);
        }
        if (name.endsWith(".zip") || name.endsWith(".tar") || name.endsWith(".gz") || name.endsWith(".tgz")) {
            throw new BadFile(
                    path,
                    "is an archive or compressed",
                    name.contains("-ubyte") ? "give the folder that it is in" : "unpack it and give the folder");
        }
        throw new BadFile(path, "is no data set", KINDS);
    }

    private static void refuseChannels(DataSettings settings, Path path) {
        if (settings.channels().isPresent()) {
            throw new UserError(
                    "'channels' is given, and " + path + " is no folder of images",
                    "leave it out, or convert the images by a transform");
        }
    }

    private static boolean holdsArrays(Path folder) {
        try (DirectoryStream<Path> arrays = Files.newDirectoryStream(folder, "*.npy")) {
            return arrays.iterator().hasNext();
        } catch (IOException e) {
            throw new BadFile(folder, "may not be read", "give yourself the right to read it: chmod u+rx", e);
        }
    }

    private static BadFile unrecognised(Path folder) {
        if (Files.exists(folder.resolve("batches.meta")) || Files.exists(folder.resolve("meta"))) {
            return new BadFile(
                    folder, "is the Python version of CIFAR, which is stored as programs", "take the binary version");
        }
        return new BadFile(
                folder,
                "is no data set that dync knows",
                within(folder).map(inner -> "did you mean " + inner + "? ").orElse("") + KINDS);
    }

    private static Optional<Path> within(Path folder) {
        try (Stream<Path> inner = Files.list(folder)) {
            return inner.filter(path -> Files.isDirectory(path)
                            && (ImageFolder.recognises(path) || IdxDataset.recognises(path) || Cifar.recognises(path)))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
