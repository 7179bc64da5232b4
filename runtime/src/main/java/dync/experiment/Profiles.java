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
        return all().keys();
    }

    static Optional<Layer> named(String name) {
        return all().inside(name);
    }

    /** Read where it is wanted: it is small, and seldom wanted. */
    private static Layer all() {
        try (InputStream in = Profiles.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Experiment.SETTINGS.layer(SettingsSource.value("a profile", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
