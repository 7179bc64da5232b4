package dync.train;

import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A {@link RunConfig} as YAML. Reading knows every key: what is unknown or missing is an error. */
final class ConfigFile {
    private static final String MEND = "restore the file as it was written, or train anew";

    private ConfigFile() {}

    static void write(Path path, RunConfig config) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", config.model());
        tree.put("source", config.source());
        tree.put("parameters", config.parameters());
        tree.put("data", config.data());
        config.weights().ifPresent(weights -> tree.put("weights", weights));
        tree.put("training", SettingsTree.of(config.training()));
        DumpSettings style =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        String text = new Dump(style).dumpToString(tree);
        TextFile.write(path, text);
    }

    static RunConfig read(Path path) {
        try {
            Object tree = new Load(
                            LoadSettings.builder().setLabel(path.toString()).build())
                    .loadFromString(Files.readString(path));
            Tree root = Tree.root(tree);
            RunConfig config = new RunConfig(
                    root.text("model"),
                    root.text("source"),
                    root.texts("parameters"),
                    root.text("data"),
                    root.has("weights") ? Optional.of(root.text("weights")) : Optional.empty(),
                    SettingsTree.read(root.child("training")));
            root.finish();
            return config;
        } catch (IOException e) {
            throw new BadFile(path, "cannot be read", "give the folder of a run, for example runs/ventral", e);
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                    .orElse("");
            throw new BadFile(path, "is no YAML: " + line + e.getProblem(), MEND, e);
        } catch (YamlEngineException | Tree.Unfit e) {
            throw new BadFile(path, e.getMessage(), MEND, e);
        } catch (UserError outOfRange) {
            throw new BadFile(path, outOfRange.getMessage(), MEND, outOfRange);
        }
    }
}
