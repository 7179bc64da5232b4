package dync.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.BadFile;
import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsTest extends ScopedTest {
    @TempDir
    Path folder;

    @Test
    void loads_what_was_saved() {
        Path path = folder.resolve("w.safetensors");
        try (Named saved = new Named(Map.of("conv.weight", new long[] {2, 3}, "tau", new long[] {}))) {
            saved.weights().values().forEach(weight -> weight.initialise(7));
            Weights.save(saved, path, Map.of("model", "M"));
            try (Named loaded = new Named(Map.of("conv.weight", new long[] {2, 3}, "tau", new long[] {}));
                    TensorFile file = Safetensors.open(path)) {
                Weights.load(loaded, path);
                assertThat(loaded.values("conv.weight")).containsExactly(saved.values("conv.weight"));
                assertThat(loaded.values("tau")).containsExactly(saved.values("tau"));
                assertThat(loaded.weights().values()).allMatch(Weight::isSet);
                assertThat(file.metadata()).containsExactly(Map.entry("model", "M"));
            }
        }
    }

    @Test
    void brings_the_files_precision_to_the_models() {
        Path path = folder.resolve("w.safetensors");
        Safetensors.write(
                path, Map.of("w", Tensors.of(new long[] {2}, 0.5, 0.25).to(ScalarType.Half)), Map.of());
        try (Named model = new Named(Map.of("w", new long[] {2}))) {
            Weights.load(model, path);
            assertThat(model.values("w")).containsExactly(0.5, 0.25);
            assertThat(model.weights().get("w").tensor().scalar_type().intern()).isEqualTo(ScalarType.Float);
        }
    }

    @Test
    void tells_all_that_differs_at_once_with_the_nearest_names_and_changes_nothing() {
        Path path = folder.resolve("w.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("V1.conv.weigth", Tensors.of(new long[] {2}, 1, 2));
        tensors.put("V1.conv.bias", Tensors.of(new long[] {3}, 1, 2, 3));
        tensors.put("V1.tau", Tensors.of(new long[] {1}, 1).to(ScalarType.Long));
        tensors.put("good", Tensors.of(new long[] {1}, 9));
        Safetensors.write(path, tensors, Map.of());
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("V1.conv.weight", new long[] {2});
        shapes.put("V1.conv.bias", new long[] {2});
        shapes.put("V1.tau", new long[] {1});
        shapes.put("good", new long[] {1});
        try (Named model = new Named(shapes)) {
            assertThatThrownBy(() -> Weights.load(model, path))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("'V1.conv.weight' is missing; near: 'V1.conv.weigth'")
                    .hasMessageContaining("'V1.conv.bias' has shape [3], the model's is [2]")
                    .hasMessageContaining("'V1.tau' is of whole numbers (I64)")
                    .hasMessageContaining("'V1.conv.weigth' is no weight of the model; near: 'V1.conv.weight'");
            assertThat(model.values("good")).containsExactly(0);
            assertThat(model.weights().values()).noneMatch(Weight::isSet);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_told() {
        Path path = folder.resolve("none").resolve("w.safetensors");
        assertThatThrownBy(() -> Safetensors.write(path, Map.of(), Map.of()))
                .isInstanceOf(BadFile.class)
                .hasMessage(path + ": cannot be written: there is no such folder");
    }

    @Test
    void a_full_disk_is_told_and_the_old_file_stays() throws IOException {
        Path path = folder.resolve("w.safetensors");
        Files.writeString(path, "old");
        assertThatThrownBy(() -> AtomicFile.write(path, out -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOfSatisfying(BadFile.class, error -> {
                    assertThat(error).hasMessage(path + ": the disk is full");
                    assertThat(error.help()).hasValue("make room there or choose another folder");
                });
        assertThat(path).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(path);
        }
    }

    @Test
    void whatever_fails_while_writing_leaves_the_old_file_and_nothing_else() throws IOException {
        Path path = folder.resolve("w.safetensors");
        Files.writeString(path, "old");
        assertThatThrownBy(() -> AtomicFile.write(path, out -> {
                    out.write(java.nio.ByteBuffer.wrap(new byte[] {1, 2, 3}));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(path).hasContent("old");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(path);
        }
    }

    /** Weights without a model. */
    private static final class Named implements Weighted, AutoCloseable {
        private final Map<String, Weight> weights = new LinkedHashMap<>();

        Named(Map<String, long[]> shapes) {
            shapes.forEach((name, shape) ->
                    weights.put(name, new Weight(name, Init.normal(1), true, Optional.empty(), shape)));
        }

        @Override
        public Map<String, Weight> weights() {
            return weights;
        }

        double[] values(String name) {
            return Tensors.values(weights.get(name).tensor());
        }

        @Override
        public void close() {
            weights.values().forEach(Weight::close);
        }
    }
}
