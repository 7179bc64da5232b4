package dync.experiment;

import dync.settings.Settings.Layer;
import dync.settings.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The profiles that come with dync: settings that go together, by name. */
public final class Profiles {
    private static final String RESOURCE = "profiles.yaml";

    private Profiles() {}

    /** What they are called. */
    public static Set<String> names() {
        return layer("a profile").keys();
    }

    /** All of them as YAML, with what each is for. */
    public static String text() {
        // read where it is wanted: it is small, and seldom wanted
        try (InputStream in = Profiles.class.getResourceAsStream(RESOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Layer> named(String name) {
        return layer("profile " + name).inside(name);
    }

    private static Layer layer(String label) {
        return Experiment.SETTINGS.layer(SettingsSource.value(label, text()));
    }
}
