package dync.cli;

import dync.compiler.source.Source;
import dync.runtime.BadFile;
import dync.runtime.file.TextFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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
        return new Source(file.toString(), TextFile.read(file, "check the path; a model is a text in UTF-8"));
    }

    static Source read(InputStream in) throws IOException {
        Path name = Path.of("standard input");
        return new Source(name.toString(), TextFile.text(name, in.readAllBytes(), "give a text in UTF-8"));
    }

    /** Puts a new text in the place of the old one, whole or not at all; permissions and links stay. */
    static void replace(Path file, String text) throws IOException {
        Path real = file.toRealPath();
        if (!Files.isWritable(real)) {
            throw new BadFile(file, "is write-protected", "make it writable first");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(real, PosixFileAttributeView.class);
        if (view == null) {
            TextFile.write(real, text);
            return;
        }
        Set<PosixFilePermission> permissions = view.readAttributes().permissions();
        TextFile.write(real, text);
        Files.setPosixFilePermissions(real, permissions);
    }
}
