package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dync.Dyn;
import dync.runtime.DynModel;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
    private static final String MODEL = "dyn.models.DyRCNNx2";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dyn.models.DyRCNNx2, rctype=localdepthwise, dynvision",
        "dyn.models.CORnetRT, n_classes=3, dynvision",
        "dyn.models.CORnetZ, n_classes=3, cornet",
        "dyn.models.ResNet18, n_classes=3, torchvision",
        "dyn.models.ResNet20, n_classes=3, dynvision"
    })
    void what_is_exported_comes_back_bit_for_bit(String model, String setting, String origin) throws IOException {
        Path weights = drawn(model, setting);
        Path abroad = folder.resolve("abroad.safetensors");
        Path back = folder.resolve("back.safetensors");

        Session out = Session.run(
                "export", model, weights.toString(), "--set", setting, "--names", origin, "-o", abroad.toString());
        assertThat(out.exit()).as(out.err()).isZero();
        Session in = Session.run("import", model, abroad.toString(), "--set", setting, "-o", back.toString());

        assertThat(in.exit()).as(in.err()).isZero();
        assertThat(in.err()).contains("names of " + origin);
        assertThat(bytes(abroad).keySet()).isNotEqualTo(bytes(weights).keySet());
        assertThat(bytes(back)).isEqualTo(bytes(weights));
    }

    @Test
    void a_name_and_a_shape_that_do_not_fit_are_told_and_nothing_is_written() throws IOException {
        Path abroad = abroad((name, tensors) -> {
            if (name.equals("layer1.conv.bias")) {
                tensors.put("layer1.konv.bias", torch.zeros(36));
            } else if (name.equals("layer2.conv.bias")) {
                tensors.put(name, torch.zeros(65));
            } else {
                tensors.put(name, null);
            }
        });
        Path out = folder.resolve("out.safetensors");

        Session session = Session.run("import", MODEL, abroad.toString(), "-o", out.toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(out).doesNotExist();
        assertThat(session.err())
                .contains("does not fit DyRCNNx2 by the names of dynvision (DyRCNNx2)")
                .contains("'layer2.conv.bias' for 'layer2.conv.bias' has shape [65], the model's is [64]")
                .contains("the model has no weight for 'layer1.konv.bias'; near: 'layer1.conv.bias'")
                .contains("the file has nothing for 'layer1.conv.bias'")
                .doesNotContain("\tat ");
    }

    @Test
    void another_number_of_classes_is_told_and_goes_in_part() throws IOException {
        Path weights = drawn(MODEL, "n_classes=7");
        Path abroad = folder.resolve("abroad.safetensors");
        Session.run(
                "export",
                MODEL,
                weights.toString(),
                "--set",
                "n_classes=7",
                "--names",
                "dynvision",
                "-o",
                abroad.toString());
        Path out = folder.resolve("out.safetensors");

        Session whole = Session.run("import", MODEL, abroad.toString(), "--set", "n_classes=3", "-o", out.toString());
        assertThat(whole.exit()).isEqualTo(1);
        assertThat(whole.err()).contains("--set n_classes=7").contains("--partial");
        assertThat(out).doesNotExist();

        Session part = Session.run(
                "import", MODEL, abroad.toString(), "--set", "n_classes=3", "--partial", "-o", out.toString());
        assertThat(part.exit()).as(part.err()).isZero();
        assertThat(part.err()).contains("passed over: 'classifier.2.weight' for 'classifier.linear.weight'");
        Map<String, String> imported = bytes(out);
        assertThat(imported.get("layer1.conv.weight")).isEqualTo(bytes(weights).get("layer1.conv.weight"));
        assertThat(imported.get("classifier.linear.weight"))
                .startsWith("[3, 64]")
                .containsPattern("[1-9a-f]{8}");
    }

    @Test
    void a_checkpoint_of_the_reference_with_its_doubles_and_bookkeeping_is_read() throws IOException {
        Path abroad = abroad((name, tensors) -> {
            tensors.put(name, null);
            tensors.put("addskip_layer2.source.conv.weight", torch.zeros(36, 3, 3, 3));
            tensors.put("n_residual_timesteps", torch.zeros(1));
        });
        Path out = folder.resolve("out.safetensors");

        Session session = Session.run("import", MODEL, abroad.toString(), "-o", out.toString());

        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(session.err())
                .contains("left out: 'addskip_layer2.source.conv.weight': it is the source's weight")
                .contains("left out: 'n_residual_timesteps': it follows from the delays");
    }

    @Test
    void a_run_begins_with_imported_weights_and_is_exported_again() throws IOException {
        Path model = Models.tiny(folder);
        Path weights = folder.resolve("tiny.safetensors");
        try (DynModel tiny = Dyn.compile(model).load()) {
            tiny.initialise(5);
            Weights.save(tiny, weights, Map.of());
        }
        Session run = Session.run(
                "train",
                model.toString(),
                "--weights",
                weights.toString(),
                "--runs",
                folder.resolve("runs").toString(),
                "--epochs",
                "1",
                "--limit",
                "8",
                "--validation-limit",
                "8",
                "--lr",
                "1e-30",
                "--threads",
                "1");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(folder.resolve("runs/tiny/experiment.yaml")).content().contains("weights: ", "tiny.safetensors");

        Path out = folder.resolve("out.safetensors");
        Session exported = Session.run("export", folder.resolve("runs/tiny").toString(), "-o", out.toString());
        assertThat(exported.exit()).as(exported.err()).isZero();
        // a learning rate so small moves only what is zero
        assertThat(bytes(out).get("V1.conv.weight")).isEqualTo(bytes(weights).get("V1.conv.weight"));
        assertThat(bytes(out).keySet()).isEqualTo(bytes(weights).keySet());
    }

    @Test
    void weights_of_pytorch_are_not_trained_from_before_they_are_imported() throws IOException {
        Path file = Files.write(folder.resolve("mine.pt"), new byte[] {'P', 'K', 3, 4});
        Session session = Session.run("train", Models.tiny(folder).toString(), "--weights", file.toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("dync import MODEL " + file);
    }

    @Test
    void an_origin_that_knows_no_name_is_told_in_groups() throws IOException {
        Path weights = drawn("dyn.models.ResNet18", "n_classes=3");
        Session session = Session.run(
                "export",
                "dyn.models.ResNet18",
                weights.toString(),
                "--set",
                "n_classes=3",
                "--names",
                "cordsnet",
                "-o",
                folder.resolve("out.safetensors").toString());
        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("'stem.conv.weight' has no name there", " more has no name there");
        assertThat(folder.resolve("out.safetensors")).doesNotExist();
    }

    /** The weights of a model, drawn. */
    private Path drawn(String model, String setting) {
        Path path = folder.resolve("drawn.safetensors");
        String[] parts = setting.split("=");
        try (DynModel drawn = Dyn.compile(model).set(parts[0], parts[1]).load()) {
            drawn.initialise(3);
            Weights.save(drawn, path, Map.of());
        }
        return path;
    }

    /**
     * Weights of DyRCNNx2 under the names of the reference.
     *
     * @param change puts what a name becomes; null is the tensor as it is
     */
    private Path abroad(BiConsumer<String, Map<String, Tensor>> change) {
        Path weights = drawn(MODEL, "n_classes=1000");
        Path abroad = folder.resolve("plain.safetensors");
        Session.run("export", MODEL, weights.toString(), "--names", "dynvision", "-o", abroad.toString());
        Path changed = folder.resolve("changed.safetensors");
        try (PointerScope scope = new PointerScope();
                var file = Safetensors.open(abroad)) {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            file.tensors().keySet().forEach(name -> {
                Map<String, Tensor> put = new LinkedHashMap<>();
                change.accept(name, put);
                put.forEach((key, value) -> tensors.put(key, value == null ? file.read(name) : value));
            });
            Safetensors.write(changed, tensors, Map.of());
        }
        return changed;
    }

    private static Map<String, String> bytes(Path path) throws IOException {
        byte[] all = Files.readAllBytes(path);
        Map<String, String> bytes = new LinkedHashMap<>();
        try (var file = Safetensors.open(path)) {
            long data = all.length
                    - file.tensors().values().stream()
                            .mapToLong(entry -> entry.end())
                            .max()
                            .orElse(0);
            file.tensors().forEach((name, entry) -> {
                byte[] values = Arrays.copyOfRange(all, (int) (data + entry.begin()), (int) (data + entry.end()));
                bytes.put(name, entry.shape() + HexFormat.of().formatHex(values));
            });
        }
        return bytes;
    }
}
