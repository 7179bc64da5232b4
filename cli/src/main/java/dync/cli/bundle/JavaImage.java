package dync.cli.bundle;

import dync.runtime.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** A Java of one's own, cut down to what dync needs by the JDK's {@code jlink}. */
final class JavaImage {
    /** All of Java SE, the compiler and the file system it reads jars with, and what libraries use besides. */
    private static final String MODULES =
            "java.se,jdk.compiler,jdk.zipfs,jdk.unsupported,jdk.management,jdk.crypto.ec,jdk.charsets";

    private JavaImage() {}

    /**
     * Writes the image.
     *
     * @throws UserError if the running Java is not a JDK with all its modules
     */
    static void write(Path folder) {
        Path modules = Path.of(System.getProperty("java.home"), "jmods");
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .filter(tool -> Files.isDirectory(modules))
                .orElseThrow(() -> new UserError(
                        System.getProperty("java.home") + " is not a whole JDK: it has no jlink or no jmods",
                        "install one (on Debian: apt install openjdk-17-jdk-headless) and set JAVA_HOME to it"));
        String compression = Runtime.version().feature() >= 21 ? "zip-6" : "2";
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        List<String> arguments = List.of(
                "--module-path",
                modules.toString(),
                "--add-modules",
                MODULES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--compress=" + compression,
                "--output",
                folder.toString());
        if (jlink.run(writer, writer, arguments.toArray(String[]::new)) != 0) {
            throw new UserError("jlink failed: " + said.toString().strip(), "");
        }
    }
}
