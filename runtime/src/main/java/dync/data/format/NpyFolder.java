package dync.data.format;

import dync.runtime.BadFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The files {@code NAME.npy} of a folder. Their numbers are mapped, not read. */
final class NpyFolder implements ArrayFile {
    private static final String ENDING = ".npy";

    private final Path folder;
    private final Map<String, Path> files = new TreeMap<>();

    NpyFolder(Path folder) {
        this.folder = folder;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : found) {
                String name = file.getFileName().toString();
                files.put(name.substring(0, name.length() - ENDING.length()), file);
            }
        } catch (IOException e) {
            throw FileProblem.of(folder, e);
        }
    }

    @Override
    public Path path() {
        return folder;
    }

    @Override
    public Set<String> names() {
        return files.keySet();
    }

    @Override
    public NumberArray array(String name) {
        return read(files.get(name));
    }

    /** Reads one file. */
    static NumberArray read(Path file) {
        long size = FileProblem.size(file);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Npy header = Npy.read(file, "", in);
            long expected =
                    NumberArray.volume(file, header.shape()) * header.type().bytes();
            if (size - header.length() != expected) {
                throw new BadFile(
                        file,
                        (size - header.length() < expected ? "is cut off: " : "goes on after its end: ")
                                + "its header announces " + header.type().title() + " "
                                + NumberArray.shape(header.shape()) + " = " + expected + " bytes, and "
                                + (size - header.length()) + " are there",
                        FileProblem.MEND);
            }
            return new NumberArray(
                    file,
                    "",
                    header.shape(),
                    header.type(),
                    Bytes.map(file, header.length(), expected).ordered(header.order()));
        } catch (IOException e) {
            throw FileProblem.of(file, e);
        }
    }

    @Override
    public void close() {}
}
