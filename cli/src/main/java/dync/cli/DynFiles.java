package dync.cli;

import dync.compiler.source.Source;
import dync.runtime.BadFile;
import dync.runtime.weights.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The {@code .dyn} files that a command line names, read and written as text. */
final class DynFiles {
    private DynFiles() {}

    /** Files as they are named, and every {@code .dyn} file below the folders among them that is not hidden. */
    static List<Path> find(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            List<Path> found = below(path);
            if (found.isEmpty()) {
                throw new BadFile(path, "holds no .dyn file", "name a file, or a folder that holds some");
            }
            files.addAll(found);
        }
        return files.stream().distinct().toList();
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".dyn"))
                    .filter(path -> Stream.iterate(folder.relativize(path), p -> p != null, Path::getParent)
                            .noneMatch(part -> part.getFileName().toString().startsWith(".")))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    static Source read(Path file) {
        try {
            return new Source(file.toString(), text(file, Files.readAllBytes(file)));
        } catch (NoSuchFileException missing) {
            throw new BadFile(file, "there is no such file", "check the path", missing);
        } catch (IOException unreadable) {
            throw new BadFile(file, "cannot be read: " + unreadable.getMessage(), "check the file", unreadable);
        }
    }

    static Source read(InputStream in) throws IOException {
        return new Source("standard input", text(Path.of("standard input"), in.readAllBytes()));
    }

    private static String text(Path file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException binary) {
            throw new BadFile(file, "is not UTF-8 text", "save it as UTF-8", binary);
        }
    }

    /** Puts a new text in the place of the old one, whole or not at all; permissions and links stay. */
    static void replace(Path file, String text) throws IOException {
        Path real = file.toRealPath();
        if (!Files.isWritable(real)) {
            throw new BadFile(file, "is write-protected", "make it writable first");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
        if (view == null) {
            write(real, text);
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        write(real, text);
        Files.setPosixFilePermissions(real, permissions);
    }

    private static void write(Path file, String text) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, out -> {
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        });
    }
}
