package dync.data.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries one source after another until the files of a data set are there and are what they should be. */
public final class Fetch {
    private final String name;
    private final List<FileSum> files;
    private final Path target;
    private final List<FetchSource> sources;

    /**
     * Describes what to fetch.
     *
     * @param target folder that receives the files, unless a source has them in a place where they may stay
     * @param sources tried in this order
     */
    public Fetch(String name, List<FileSum> files, Path target, List<FetchSource> sources) {
        this.name = name;
        this.files = files;
        this.target = target;
        this.sources = sources;
    }

    /**
     * Fetches; what is already in the target folder and right is kept.
     *
     * @return the folder that holds the files
     * @throws DataUnavailable if no source works; the message names every attempt
     */
    public Path run(FetchListener listener) {
        if (problem(target).isEmpty()) {
            listener.note(name + " is in " + target + "; sizes and sums are right");
            return target;
        }
        List<String> failures = new ArrayList<>();
        for (FetchSource source : sources) {
            try {
                Path folder = attempt(source, listener);
                listener.note(name + " is in " + folder + "; sizes and sums are right");
                return folder;
            } catch (IOException e) {
                listener.note("that did not work: " + reason(e));
                failures.add(source.describe() + ": " + reason(e));
            }
        }
        throw new DataUnavailable(
                name + " could not be obtained\n  - " + String.join("\n  - ", failures),
                "on Debian, 'apt-get update' and then fetch again; or bring "
                        + files.stream().map(FileSum::name).collect(Collectors.joining(", ")) + " to " + target
                        + " by hand");
    }

    /** What Java says of a failed file is often its path alone. */
    private static String reason(IOException failed) {
        return failed instanceof FileSystemException file && file.getReason() == null
                ? file.getFile() + ": " + file.getClass().getSimpleName()
                : failed.getMessage();
    }

    private Path attempt(FetchSource source, FetchListener listener) throws IOException {
        listener.note("trying " + source.describe());
        Files.createDirectories(target.getParent());
        Path work = Files.createTempDirectory(target.getParent(), name + ".part-");
        try {
            Path found = source.obtain(work, listener);
            Optional<String> problem = problem(found);
            if (problem.isPresent()) {
                throw new IOException(problem.get());
            }
            return found.startsWith(work) ? keep(found, work) : found;
        } finally {
            delete(work);
        }
    }

    /** The folder appears under its name with all files in it, or not at all. */
    private Path keep(Path found, Path work) throws IOException {
        Path complete = Files.createDirectory(work.resolve("complete"));
        for (FileSum file : files) {
            Files.move(found.resolve(file.name()), complete.resolve(file.name()));
        }
        delete(target);
        try {
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another process may have been quicker
            if (problem(target).isPresent()) {
                throw e;
            }
        }
        return target;
    }

    private Optional<String> problem(Path folder) {
        return files.stream().flatMap(file -> file.problem(folder).stream()).findFirst();
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
