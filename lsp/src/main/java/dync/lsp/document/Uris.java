package dync.lsp.document;

import dync.compiler.source.Source;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;

/** The addresses of texts. */
final class Uris {
    /** How editors address a text that has never been saved. */
    private static final String UNSAVED = "untitled:";

    private Uris() {}

    /** The file that an address names; empty for another scheme, or where it is no path here. */
    static Optional<Path> file(String uri) {
        try {
            URI parsed = URI.create(uri);
            return "file".equals(parsed.getScheme()) ? Optional.of(Path.of(parsed)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException notAFile) {
            return Optional.empty();
        }
    }

    /** What messages call a text: the path of a file, else its address. */
    static String name(String uri) {
        return file(uri)
                .map(Path::toString)
                .orElseGet(() -> uri.startsWith(UNSAVED) ? uri.substring(UNSAVED.length()) : uri);
    }

    /** The address of a text of the user's. */
    static String of(Source source) {
        try {
            Path path = Path.of(source.name());
            return path.isAbsolute() ? path.toUri().toString() : source.name();
        } catch (java.nio.file.InvalidPathException notAPath) {
            return source.name();
        }
    }
}
