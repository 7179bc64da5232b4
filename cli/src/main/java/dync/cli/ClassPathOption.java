package dync.cli;

import dync.Dyn;
import dync.runtime.UserError;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the Java classes are that primitives of one's own name. */
final class ClassPathOption {
    @Option(
            names = "--classpath",
            paramLabel = "PATHS",
            description = "Jars and folders with the Java methods of primitives that the file declares.")
    private String paths = "";

    /** Whether any was named. */
    boolean given() {
        return !paths.isBlank();
    }

    /**
     * A loader of the classes there; it lives as long as the program.
     *
     * @throws UserError if one of the paths does not exist
     */
    ClassLoader loader() {
        List<URL> places = new ArrayList<>();
        for (String path : paths.split(File.pathSeparator)) {
            if (!path.isBlank()) {
                places.add(place(Path.of(path)));
            }
        }
        return places.isEmpty()
                ? Dyn.class.getClassLoader()
                : new URLClassLoader(places.toArray(URL[]::new), Dyn.class.getClassLoader());
    }

    private static URL place(Path path) {
        if (!Files.exists(path)) {
            throw new UserError("--classpath names " + path + ", which does not exist", "give a jar or a folder");
        }
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
