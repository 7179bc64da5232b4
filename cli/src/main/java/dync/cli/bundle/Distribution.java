package dync.cli.bundle;

import dync.runtime.UserError;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * What the build puts together and the launcher starts.
 *
 * @param home the folder that holds the launcher and {@code lib/}
 */
public record Distribution(Path home) {
    static final String MAIN_JAR = "dync.jar";

    /**
     * The one that is running.
     *
     * @throws UserError if the process was not started by the launcher
     */
    public static Distribution ofProcess() {
        String home = System.getProperty("dync.home", "");
        if (home.isEmpty()) {
            throw new UserError("dync was not started by its launcher", "start it as ./dync in a checkout");
        }
        return new Distribution(Path.of(home));
    }

    /**
     * The one with libtorch for CUDA, built by the launcher of the checkout where that has not been done.
     *
     * @param redist whether to take the part of CUDA that is published as a jar
     * @throws UserError if there is no checkout, or the build fails
     */
    public Distribution forGpu(boolean redist) throws IOException, InterruptedException {
        String root = System.getProperty("dync.root", "");
        if (root.isEmpty()) {
            throw new UserError(
                    "this dync is a bundle, and only a checkout can take libtorch for CUDA",
                    "run ./dync bundle … --gpu in a checkout");
        }
        ProcessBuilder launcher = new ProcessBuilder(root + File.separator + "dync", "version");
        launcher.environment().put("DYNC_GPU", redist ? "redist" : "1");
        launcher.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/stderr")));
        if (launcher.start().waitFor() != 0) {
            throw new UserError("dync with libtorch for CUDA could not be built", "the messages above say why");
        }
        return new Distribution(Path.of(root, "cli", "target", redist ? "dync-gpu-redist" : "dync-gpu"));
    }

    Path launcher() {
        return home.resolve("dync");
    }

    /** The jars that are on the class path; the folder may hold others from an earlier build. */
    List<Path> jars() throws IOException {
        Path lib = home.resolve("lib");
        List<Path> jars = new ArrayList<>(List.of(lib.resolve(MAIN_JAR)));
        try (JarFile main = new JarFile(lib.resolve(MAIN_JAR).toFile())) {
            String path = main.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : path.split(" ", -1)) {
                jars.add(lib.resolve(name));
            }
        }
        return jars;
    }
}
