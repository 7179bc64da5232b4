package dync.data.format;

import dync.runtime.file.ZipEntries;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Arrays that numpy packed into one archive, compressed or not. */
final class Npz implements ArrayFile {
    private static final String ENDING = ".npy";

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new TreeMap<>();

    Npz(Path path) {
        this.path = path;
        FileProblem.size(path);
        try {
            zip = new ZipFile(path.toFile());
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
        try {
            for (ZipEntry entry : ZipEntries.of(zip)) {
                if (entry.getName().endsWith(ENDING)) {
                    String name = entry.getName();
                    entries.put(name.substring(0, name.length() - ENDING.length()), entry);
                }
            }
        } catch (IOException e) {
            close();
            throw FileProblem.of(path, e);
        }
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public Set<String> names() {
        return entries.keySet();
    }

    @Override
    public NumberArray array(String name) {
        try (InputStream in = new BufferedInputStream(zip.getInputStream(entries.get(name)), 1 << 16)) {
            Npy header = Npy.read(path, name, in);
            long expected =
                    NumberArray.volume(path, header.shape()) * header.type().bytes();
            Bytes bytes = Bytes.unpack(path, in, expected);
            return new NumberArray(path, name, header.shape(), header.type(), bytes.ordered(header.order()));
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
    }
}
