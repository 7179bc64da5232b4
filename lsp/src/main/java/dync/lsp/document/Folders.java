package dync.lsp.document;

import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The {@code .dyn} files below the folders that an editor works in. A file is read again when its time or size has
 * changed; one that cannot be read, is no UTF-8 text, or is larger than any model, is left out and the log says so once.
 */
public final class Folders {
    private static final long LARGEST = 2 << 20;
    private static final int MOST_FILES = 5_000;
    private static final int MOST_VISITED = 200_000;
    private static final int DEEPEST = 24;
    /** What is built or fetched holds no sources. */
    private static final Set<String> SKIPPED = Set.of("target", "node_modules", "build", "__pycache__");

    private record Read(FileTime time, long size, Optional<Source> source) {}

    private final Map<Path, Read> read = new ConcurrentHashMap<>();
    private final Set<Path> said = ConcurrentHashMap.newKeySet();
    private final Consumer<String> log;
    private volatile List<Path> roots = List.of();

    /** @param log told of files that are left out */
    public Folders(Consumer<String> log) {
        this.log = log;
    }

    /** Says which folders there are from now on; addresses that are no files are left out. */
    public void open(List<String> uris) {
        roots = uris.stream()
                .flatMap(uri -> Uris.file(uri).stream())
                .map(Path::normalize)
                .distinct()
                .toList();
        read.keySet().removeIf(file -> roots.stream().noneMatch(file::startsWith));
    }

    /**
     * All sources, in the order of their paths.
     *
     * @throws CancellationException when {@code abandoned} holds
     */
    public List<Source> sources(BooleanSupplier abandoned) {
        List<Path> files = new ArrayList<>();
        int[] visited = {0};
        for (Path root : roots) {
            walk(root, files, visited, abandoned);
        }
        Set<Path> there = Set.copyOf(files);
        read.keySet().removeIf(file -> roots.stream().anyMatch(file::startsWith) && !there.contains(file));
        return sources(files, abandoned);
    }

    /** The sources in the folder of a file, which may import it; none where that folder is below one that is open. */
    public List<Source> beside(Path file, BooleanSupplier abandoned) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || roots.stream().anyMatch(folder::startsWith)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return sources(files.filter(Folders::isDyn).limit(MOST_FILES).toList(), abandoned);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private List<Source> sources(List<Path> files, BooleanSupplier abandoned) {
        List<Source> sources = new ArrayList<>();
        for (Path file : files.stream().sorted().distinct().toList()) {
            Abandoned.stopIf(abandoned);
            source(file).ifPresent(sources::add);
        }
        return sources;
    }

    private void walk(Path root, List<Path> files, int[] visited, BooleanSupplier abandoned) {
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    Abandoned.stopIf(abandoned);
                    return folder.equals(root) || !isSkipped(folder)
                            ? FileVisitResult.CONTINUE
                            : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isDyn(file) && attributes.isRegularFile()) {
                        files.add(file);
                    }
                    visited[0]++;
                    if (files.size() < MOST_FILES && visited[0] < MOST_VISITED) {
                        return FileVisitResult.CONTINUE;
                    }
                    once(root, root + " holds too many files: what comes after " + file + " is left out");
                    return FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            leaveOut(root, unreadable.toString());
        }
    }

    private static boolean isSkipped(Path folder) {
        String name = folder.getFileName().toString();
        return name.startsWith(".") || SKIPPED.contains(name);
    }

    private static boolean isDyn(Path file) {
        return file.getFileName().toString().endsWith(".dyn");
    }

    private Optional<Source> source(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Read known = read.get(file);
            if (known == null
                    || !known.time().equals(attributes.lastModifiedTime())
                    || known.size() != attributes.size()) {
                known = new Read(attributes.lastModifiedTime(), attributes.size(), fresh(file, attributes.size()));
                read.put(file, known);
            }
            return known.source();
        } catch (IOException unreadable) {
            leaveOut(file, unreadable.toString());
            return Optional.empty();
        }
    }

    private Optional<Source> fresh(Path file, long size) throws IOException {
        if (size > LARGEST) {
            leaveOut(file, "it has " + size + " bytes, and a model has far fewer");
            return Optional.empty();
        }
        try {
            return Optional.of(new Source(file.toString(), Files.readString(file)));
        } catch (CharacterCodingException other) {
            leaveOut(file, "it is no UTF-8 text");
            return Optional.empty();
        }
    }

    private void leaveOut(Path path, String why) {
        once(path, path + " is left out: " + why);
    }

    private void once(Path path, String sentence) {
        if (said.add(path)) {
            log.accept(sentence);
        }
    }
}
