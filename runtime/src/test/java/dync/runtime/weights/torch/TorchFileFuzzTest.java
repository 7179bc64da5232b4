package dync.runtime.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.BadFile;
import dync.runtime.weights.NamedTensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/** Whatever bytes a file holds, opening and reading it ends in tensors or in a {@link BadFile}. */
class TorchFileFuzzTest {
    private static final String INSTRUCTIONS =
            "(.012NJKMGXTBCtl)]}aedusqrpghjcRbQILF\u0080\u0081\u0082\u0085\u0086\u0087"
                    + "\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096";
    private static final List<String> TEXTS = List.of(
            "torch._utils\n_rebuild_tensor_v2\n",
            "torch\nFloatStorage\n",
            "collections\nOrderedDict\n",
            "\u0007\0\0\0storage",
            "\u0001\0\0\u00000",
            "\0\0\0\0",
            "\u00ff\u00ff\u00ff\u00ff",
            "\u0000",
            "\u0001");

    private Path path;

    @BeforeProperty
    void makeFile() throws IOException {
        path = Files.createTempFile("fuzz", ".pt");
    }

    @AfterProperty
    void removeFile() throws IOException {
        Files.delete(path);
    }

    @Property(tries = 3000)
    void changed_bytes_of_a_file(
            @ForAll("files") String name,
            @ForAll @Size(max = 6) List<@IntRange(max = 100_000) Integer> places,
            @ForAll @Size(6) List<Byte> values)
            throws IOException {
        byte[] bytes = Recorded.bytes(name);
        for (int change = 0; change < places.size(); change++) {
            bytes[places.get(change) % bytes.length] = values.get(change);
        }
        open(bytes);
    }

    @Property(tries = 3000)
    void any_pickle(@ForAll("pickles") byte[] bytes) {
        try {
            Object root = Pickle.read(ByteBuffer.wrap(bytes), new HashMap<>());
            assertThat(root).isNotNull();
            StateDict.of(root);
        } catch (Broken refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    /** A pickle within the frame of the old format, where nothing but the pickle can be wrong. */
    @Property(tries = 1000)
    void any_pickle_in_a_file(@ForAll("pickles") byte[] pickle) throws IOException {
        byte[] legacy = Recorded.bytes("state-legacy.pt");
        int head = 22; // the magic number and the version
        byte[] bytes = new byte[head + 4 + pickle.length];
        System.arraycopy(legacy, 0, bytes, 0, head);
        System.arraycopy(new byte[] {(byte) 0x80, 2, '}', '.'}, 0, bytes, head, 4);
        System.arraycopy(pickle, 0, bytes, head + 4, pickle.length);
        open(bytes);
    }

    private void open(byte[] bytes) throws IOException {
        Files.write(path, bytes);
        try (PointerScope scope = new PointerScope()) {
            if (!TorchFile.isOne(path)) {
                return;
            }
            try (NamedTensors file = TorchFile.open(path)) {
                for (String name : file.types().keySet()) {
                    Tensor tensor = file.read(name);
                    assertThat(tensor.shape())
                            .containsExactly(file.types().get(name).shape().stream()
                                    .mapToLong(Long::longValue)
                                    .toArray());
                }
            }
        } catch (BadFile refused) {
            assertThat(refused.getMessage()).startsWith(path.toString());
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("state.pt", "state-legacy.pt", "training.pt", "training-legacy.pt", "state-protocol4.pt");
    }

    @Provide
    Arbitrary<byte[]> pickles() {
        Arbitrary<String> instruction = Arbitraries.of(
                INSTRUCTIONS.chars().mapToObj(c -> String.valueOf((char) c)).toList());
        return Arbitraries.frequencyOf(Tuple.of(5, instruction), Tuple.of(2, Arbitraries.of(TEXTS)))
                .list()
                .ofMaxSize(60)
                .map(parts -> (String.join("", parts) + ".").getBytes(StandardCharsets.ISO_8859_1));
    }
}
