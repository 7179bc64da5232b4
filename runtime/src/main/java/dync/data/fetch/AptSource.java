package dync.data.fetch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Debian package, downloaded by apt-get and unpacked beside the cache: needs neither root nor an installation.
 *
 * @param name name of the package
 * @param folder where the package puts its files
 */
public record AptSource(String name, Path folder) implements FetchSource {
    private static final long MINUTES = 10;

    @Override
    public String describe() {
        return "Debian's package " + name + ", by apt-get download";
    }

    @Override
    public Path obtain(Path work, FetchListener listener) throws IOException {
        run(work, List.of("apt-get", "download", name));
        Path archive;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(work, name + "_*.deb")) {
            var archives = found.iterator();
            if (!archives.hasNext()) {
                throw new IOException("apt-get download left no package behind");
            }
            archive = archives.next();
        }
        Path unpacked = work.resolve("unpacked");
        run(work, List.of("dpkg-deb", "-x", archive.toString(), unpacked.toString()));
        return unpacked.resolve(folder.getRoot().relativize(folder));
    }

    private static void run(Path work, List<String> command) throws IOException {
        Path output = work.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new IOException(command.get(0) + " cannot be started here", e);
        }
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new IOException(command.get(0) + " did not end within " + MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command.get(0) + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(String.join(" ", command.subList(0, 2)) + " failed" + lastError(output));
        }
    }

    /** The line that says why: apt-get and dpkg-deb mark it with {@code E:} or {@code error:}. */
    private static String lastError(Path output) throws IOException {
        return Files.readAllLines(output, java.nio.charset.StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.startsWith("E:") || line.contains("error:"))
                .findFirst()
                .map(line -> ": " + line.replaceFirst("^E: *", ""))
                .orElse("");
    }
}
