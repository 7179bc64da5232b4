package dync.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of the page, as npm has bundled them into the class path. Only what the bundle lists is found, so that no
 * path leads anywhere else.
 */
final class Page {
    private static final String FOLDER = "page/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "ttf", "font/ttf",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    /**
     * A file.
     *
     * @param type its media type
     */
    record Asset(String type, byte[] content) {}

    private final Set<String> names;

    /** @param names the files that it has, in the folder of the bundle */
    Page(Set<String> names) {
        this.names = names;
    }

    /** The bundle; empty where dync was built without npm. */
    static Optional<Page> bundled() {
        return resource("files.list")
                .map(list -> new String(list, StandardCharsets.UTF_8))
                .map(list -> new Page(Arrays.stream(list.split("\\R")).collect(Collectors.toUnmodifiableSet())));
    }

    /** The file of a name such as {@code main.js}; that of the empty name is the page itself. */
    Optional<Asset> find(String name) {
        String file = name.isEmpty() ? "index.html" : name;
        if (!names.contains(file)) {
            return Optional.empty();
        }
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
        return resource(file).map(content -> new Asset(type, content));
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
