package dync.protocol;

import dync.runtime.BadFile;
import dync.runtime.file.TextFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of one test. While the test runs, and for good if it does not reach its end, it holds {@value #INCOMPLETE},
 * which says how far it came.
 */
public final class TestFolder {
    /** What tells that a test has not come to its end. */
    public static final String INCOMPLETE = "incomplete.txt";

    private static final String TESTS = "tests";

    private final Path path;

    private TestFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes a folder below that of a run, named for the protocol; with a number if the name is taken.
     *
     * @throws BadFile if it cannot be made
     */
    public static TestFolder below(Path run, String protocol) {
        Path tests = run.resolve(TESTS);
        try {
            Files.createDirectories(tests);
            for (int number = 1; ; number++) {
                try {
                    return new TestFolder(
                            Files.createDirectory(tests.resolve(number == 1 ? protocol : protocol + "-" + number)));
                } catch (FileAlreadyExistsException taken) {
                    // the next number may be free
                }
            }
        } catch (IOException e) {
            throw new BadFile(tests, "cannot take the test: " + e.getMessage(), "choose another folder: --out DIR", e);
        }
    }

    /**
     * Takes a folder that is not there yet, or empty.
     *
     * @throws BadFile if it holds anything
     */
    public static TestFolder at(Path path) {
        try {
            Files.createDirectories(path);
            try (Stream<Path> files = Files.list(path)) {
                if (files.findAny().isPresent()) {
                    throw new BadFile(path, "is not empty", "choose another folder, or remove this one");
                }
            }
        } catch (IOException e) {
            throw new BadFile(path, "cannot take the test: " + e.getMessage(), "choose another folder: --out DIR", e);
        }
        return new TestFolder(path);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** Why the test in a folder did not come to its end; empty if it did. */
    public static Optional<String> incomplete(Path folder) {
        Path file = folder.resolve(INCOMPLETE);
        return Files.exists(file)
                ? Optional.of(
                        TextFile.read(file, "check that the folder is a test").strip())
                : Optional.empty();
    }

    void keep(String name, String text) {
        TextFile.write(path.resolve(name), text);
    }

    /** Says how far the test has come. */
    void incomplete(String how) {
        keep(INCOMPLETE, how + "\n");
    }

    /** All is there. */
    void complete() {
        try {
            Files.delete(path.resolve(INCOMPLETE));
        } catch (IOException e) {
            throw new BadFile(
                    path.resolve(INCOMPLETE),
                    "cannot be removed: " + e.getMessage(),
                    "remove it by hand: the test is complete",
                    e);
        }
    }
}
