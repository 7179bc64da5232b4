package dync.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Tells what runs here; libtorch's version is read without loading it. */
final class Versions implements IVersionProvider {
    private static final String CUDA_LIBRARY = "/org/bytedeco/pytorch/linux-x86_64-gpu/libtorch.so";

    @Override
    public String[] getVersion() throws IOException {
        boolean cuda = Versions.class.getResource(CUDA_LIBRARY) != null;
        return new String[] {
            "dync " + mavenVersion("dync/dync-cli"),
            "libtorch " + mavenVersion("org.bytedeco/pytorch") + (cuda ? " for CUDA" : " for CPU"),
            "java " + System.getProperty("java.runtime.version") + " in " + System.getProperty("java.home")
        };
    }

    /** The version that Maven leaves in each jar. */
    private static String mavenVersion(String artifact) throws IOException {
        try (InputStream file = Versions.class.getResourceAsStream("/META-INF/maven/" + artifact + "/pom.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            return properties.getProperty("version", "built from sources");
        }
    }
}
