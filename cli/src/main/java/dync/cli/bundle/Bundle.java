package dync.cli.bundle;

import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder that runs by itself. */
public final class Bundle {
    private final Path folder;
    private final Consumer<String> notes;

    /**
     * Describes where it goes.
     *
     * @param folder made if it is not there
     * @param notes hears what is being done
     */
    public Bundle(Path folder, Consumer<String> notes) {
        this.folder = folder.toAbsolutePath().normalize();
        this.notes = notes;
    }

    /**
     * Makes the folder.
     *
     * @return its size in bytes
     * @throws UserError if something is in the folder already
     */
    public long make(Distribution distribution) throws IOException, InterruptedException {
        requireEmpty();
        Path lib = Files.createDirectories(folder.resolve("lib"));
        notes.accept("copying the jars");
        for (Path jar : distribution.jars()) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        notes.accept("linking a Java to go with them");
        JavaImage.write(folder.resolve("java"));
        Path launcher = Files.copy(distribution.launcher(), folder.resolve("dync"));
        if (!launcher.toFile().setExecutable(true, false)) {
            throw new UserError(launcher + ": cannot be made executable", "choose a folder where programs may be run");
        }
        int archived = new ProcessBuilder(launcher.toString(), "--make-archive")
                .inheritIO()
                .start()
                .waitFor();
        if (archived != 0) {
            throw new UserError(launcher + " does not start", "the messages above say why");
        }
        return size();
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new UserError(folder + ": is a file", "name a folder that is not there yet");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            if (inside.findAny().isPresent()) {
                throw new UserError(folder + ": is not empty", "name a folder that is not there yet");
            }
        }
    }

    private long size() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
