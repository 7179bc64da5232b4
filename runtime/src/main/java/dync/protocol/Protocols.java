package dync.protocol;

import dync.experiment.Experiment;
import dync.experiment.ProtocolSettings;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.runtime.file.TextFile;
import dync.settings.Key;
import dync.settings.Settings;
import dync.settings.SettingsSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The protocols that there are: those that come with dync, and those of an experiment, which may replace them. */
public final class Protocols {
    private static final Settings<File> FILE = Settings.of(File.class);

    record File(@Key("by name") Map<String, ProtocolSettings> protocols) {}

    private Protocols() {}

    /** Those that come with dync, by name. */
    public static Map<String, Protocol> shipped() {
        try (InputStream in = Protocols.class.getResourceAsStream("protocols.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return named(
                    FILE.read(List.of(FILE.layer(SettingsSource.file("protocols.yaml", text))))
                            .value()
                            .protocols(),
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Those of a file, which has them below {@code protocols:}.
     *
     * @throws dync.runtime.BadFile if it cannot be read
     * @throws dync.settings.BadSettings with all that is wrong in it
     */
    public static Map<String, Protocol> file(Path path) {
        String text = TextFile.read(path, "give a file with protocols: {NAME: {vary: …}}, saved as UTF-8");
        SettingsSource source = SettingsSource.file(path.toString(), text);
        return named(FILE.read(List.of(FILE.layer(source))).value().protocols(), false);
    }

    /** All that can be used with an experiment, by name. */
    public static Map<String, Protocol> of(Experiment experiment) {
        Map<String, Protocol> all = shipped();
        all.putAll(named(experiment.testing().protocols(), false));
        return all;
    }

    /**
     * One of some.
     *
     * @throws UserError if there is none of this name
     */
    public static Protocol named(String name, Map<String, Protocol> all) {
        if (!all.containsKey(name)) {
            throw new UserError(
                    "there is no protocol '" + name + "'",
                    Nearest.advice(name, all.keySet()) + "; dync test --list-protocols tells what they are for");
        }
        return all.get(name);
    }

    private static Map<String, Protocol> named(Map<String, ProtocolSettings> settings, boolean shipped) {
        Map<String, Protocol> protocols = new LinkedHashMap<>();
        settings.forEach((name, one) -> protocols.put(name, new Protocol(name, shipped, one)));
        return protocols;
    }
}
