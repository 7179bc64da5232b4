import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bundles the playground's page where npm is on the PATH and something has changed since the last time. Run by the build
 * as {@code java BuildPage.java PAGE OUTPUT}; without npm it says so and leaves the page out.
 */
public class BuildPage {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    public static void main(String[] args) throws Exception {
        Path page = Path.of(args[0]);
        Path output = Path.of(args[1]);
        Path made = output.resolve("inputs.sha256");
        String inputs = digest(inputs(page));
        if (Files.exists(made) && Files.readString(made).equals(inputs)) {
            return;
        }
        Optional<Path> npm = onPath(WINDOWS ? "npm.cmd" : "npm");
        if (npm.isEmpty()) {
            System.out.println("dync: npm is not on the PATH, so dync playground is left out; Node.js 20 or newer has it");
            return;
        }
        Files.deleteIfExists(made);
        if (!install(page, npm.get())) {
            System.out.println("dync: npm could not fetch the libraries of the page, so dync playground is left out");
            return;
        }
        if (!run(page, npm.get(), "run", "build", "--", output.toString())) {
            System.out.println("dync: the page of the playground could not be bundled");
            System.exit(1);
        }
        Files.writeString(made, inputs);
    }

    /** The libraries of the lock file; they stay until it changes. */
    private static boolean install(Path page, Path npm) throws Exception {
        Path installed = page.resolve("node_modules/.installed");
        String lock = digest(List.of(page.resolve("package-lock.json")));
        if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
            return true;
        }
        if (!run(page, npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")) {
            return false;
        }
        Files.writeString(installed, lock);
        return true;
    }

    private static boolean run(Path folder, Path program, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start().waitFor() == 0;
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What the bundle is made from: the page's own files, and the grammar, which names the words to colour. */
    private static List<Path> inputs(Path page) throws IOException {
        try (Stream<Path> own = Files.list(page);
                Stream<Path> sources = Files.walk(page.resolve("src"))) {
            Path grammar = page.resolve("../../grammar/DynLexer.g4");
            return Stream.of(own, sources, Stream.of(grammar))
                    .flatMap(files -> files)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static String digest(List<Path> files) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files) {
            digest.update(file.getFileName().toString().getBytes("UTF-8"));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
