package dync.lsp.document;

import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an editor reads the standard library, which nobody may change: under addresses of its own where the client asks
 * the server for their text, else in files of a cache that cannot be written to.
 */
public final class StandardLibrary {
    /** The scheme of the addresses that are read through {@code workspace/textDocumentContent}. */
    public static final String SCHEME = "dync-std";

    private static final String PREFIX = SCHEME + ":/";

    private final Optional<Path> files;

    private StandardLibrary(Optional<Path> files) {
        this.files = files;
    }

    /** For a client that asks for the text of addresses. */
    public static StandardLibrary virtual() {
        return new StandardLibrary(Optional.empty());
    }

    /** For a client that opens files; they are written below {@code folder} when they are first wanted. */
    public static StandardLibrary in(Path folder) {
        return new StandardLibrary(Optional.of(folder.toAbsolutePath().normalize()));
    }

    /** The usual folder for such files: the user's cache. */
    public static Path cache() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("dync").resolve("stdlib");
    }

    /**
     * The address of a module of the standard library.
     *
     * @throws IOException where its file cannot be written
     */
    String uri(Source source) throws IOException {
        if (files.isEmpty()) {
            return PREFIX + source.name();
        }
        Path file = files.get().resolve(source.name());
        if (!Files.isRegularFile(file) || !Files.readString(file).equals(source.text())) {
            Files.createDirectories(file.getParent());
            Path fresh = Files.createTempFile(file.getParent(), "fresh", ".dyn");
            Files.writeString(fresh, source.text());
            // an editor shows a file that cannot be written as one that is only read
            boolean readOnly = fresh.toFile().setReadOnly();
            Files.move(fresh, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            if (!readOnly) {
                throw new IOException(file + " cannot be made read-only");
            }
        }
        return file.toUri().toString();
    }

    /** All its modules. */
    public static List<Source> sources() {
        ModuleFinder files = ModuleFinder.standardLibrary();
        return Stream.of("dyn.std", "dyn.models")
                .flatMap(folder -> files.in(folder).stream())
                .flatMap(module -> files.find(module).stream())
                .toList();
    }

    /** The module of an address that {@link #uri} gave; empty for any other. */
    public Optional<Source> source(String uri) {
        Optional<String> name = uri.startsWith(PREFIX)
                ? Optional.of(uri.substring(PREFIX.length()))
                : files.flatMap(folder -> Uris.file(uri)
                        .map(file -> file.toAbsolutePath().normalize())
                        .filter(file -> file.startsWith(folder))
                        .map(file -> folder.relativize(file).toString().replace('\\', '/')));
        return name.filter(path -> path.endsWith(".dyn"))
                .map(path -> path.substring(0, path.length() - 4).replace('/', '.'))
                .flatMap(ModuleFinder.standardLibrary()::find);
    }
}
