package dync.names;

import dync.runtime.BadFile;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The maps that come with the models, beside them in {@code dyn/models/maps}, and those of a user's file. */
public final class NameMaps {
    private static final String FOLDER = "dyn/models/maps/";

    private NameMaps() {}

    /** Where weights may come from: the names of {@link #of}. */
    public static List<String> origins() {
        List<String> origins = new ArrayList<>(resource("origins.txt").lines().toList());
        origins.add(NameMap.OWN.origin());
        return List.copyOf(origins);
    }

    /** All maps, of every origin. */
    public static List<NameMap> all() {
        return origins().stream().flatMap(origin -> of(origin).stream()).toList();
    }

    /**
     * The maps of one origin.
     *
     * @throws UserError if there is no such origin
     */
    public static List<NameMap> of(String origin) {
        if (origin.equals(NameMap.OWN.origin())) {
            return List.of(NameMap.OWN);
        }
        if (!origins().contains(origin)) {
            throw new UserError("there are no names of '" + origin + "'", Nearest.advice(origin, origins()));
        }
        String file = origin + ".names";
        return NameMapReader.read(Path.of(file), origin, resource(file));
    }

    /**
     * The maps of a user's file, whose origin is its name.
     *
     * @throws BadFile if it cannot be read or is not written as the format has it
     */
    public static List<NameMap> read(Path file) {
        try {
            String origin = file.getFileName().toString().replaceFirst("\\.names$", "");
            List<NameMap> maps = NameMapReader.read(file, origin, Files.readString(file));
            if (maps.isEmpty()) {
                throw new BadFile(file, "has no rule", "docs/weights.md tells how name maps are written");
            }
            return maps;
        } catch (IOException failed) {
            throw new BadFile(
                    file,
                    Files.exists(file) ? "is no text that can be read" : "there is no such file",
                    "give a file of name rules, as docs/weights.md has it",
                    failed);
        }
    }

    private static String resource(String name) {
        try (InputStream in = NameMaps.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the standard library");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
