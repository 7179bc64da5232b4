package dync.runtime.weights.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.BadFile;
import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import dync.runtime.weights.DType;
import dync.runtime.weights.NamedTensors;
import dync.runtime.weights.TensorType;
import dync.runtime.weights.WeightFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bytedeco.pytorch.ByteVector;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest extends ScopedTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"state.pt", "state-legacy.pt", "state-protocol4.pt"})
    void a_state_dictionary_of_pytorch_is_read_in_every_format(String name) throws IOException {
        try (NamedTensors file = WeightFiles.open(Recorded.in(folder, name))) {
            assertThat(file.types())
                    .containsExactly(
                            Map.entry("conv.weight", new TensorType(DType.F32, List.of(3L, 2L, 3L, 3L))),
                            Map.entry("conv.bias", new TensorType(DType.F32, List.of(3L))),
                            Map.entry("bn.num_batches_tracked", new TensorType(DType.I64, List.of())));
            assertThat(values(file, "conv.weight")).containsExactly(counting(0, 54));
            assertThat(values(file, "conv.bias")).containsExactly(0.5, -0.25, 1);
            assertThat(values(file, "bn.num_batches_tracked")).containsExactly(7);
            assertThat(file.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"training.pt", "training-legacy.pt"})
    void views_of_shared_numbers_are_read_out_of_a_training_checkpoint(String name) throws IOException {
        try (NamedTensors file = WeightFiles.open(Recorded.in(folder, name))) {
            assertThat(values(file, "module.part")).containsExactly(8, 9, 10, 14, 15, 16);
            assertThat(values(file, "module.turned")).startsWith(0, 6, 12, 18, 1, 7);
            assertThat(values(file, "module.half")).containsExactly(counting(0, 24));
            assertThat(file.types().get("module.half").dtype()).isEqualTo(DType.F16);
            assertThat(values(file, "module.inside")).containsExactly(counting(0, 24));
            assertThat(file.read("module.empty").shape()).containsExactly(0, 3);
            assertThat(values(file, "module.own")).containsExactly(2);
            assertThat(file.notes())
                    .containsExactly("of the file, 'state_dict' is read, and not epoch, flags, optimizer");
        }
    }

    /** Releases since 2.1 add records, which stand beside the numbers. */
    @Test
    void further_records_of_later_releases_do_not_matter() throws IOException {
        Path path = folder.resolve("later.pt");
        repack(
                path,
                Map.of(
                        "later/byteorder",
                        "little",
                        "later/.format_version",
                        "1",
                        "later/.data/serialization_id",
                        "15031"));
        try (NamedTensors file = WeightFiles.open(path)) {
            assertThat(values(file, "conv.bias")).containsExactly(0.5, -0.25, 1);
        }
        repack(path, Map.of("later/byteorder", "big"));
        assertThatThrownBy(() -> WeightFiles.open(path).close())
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("it has its high bytes first");
    }

    @Test
    void what_libtorch_itself_pickles_is_told_by_what_it_is() throws IOException {
        ByteVector saved = torch.pickle_save(new IValue(Tensors.waves(ScalarType.Float, 4, 3)));
        byte[] bytes = new byte[Math.toIntExact(saved.size())];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = saved.get(at);
        }
        Path path = Files.write(folder.resolve("tensor.pt"), bytes);
        assertThatThrownBy(() -> WeightFiles.open(path).close())
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("it holds no dictionary of tensors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            module.pt   | it holds an object of __main__.Net, not a dictionary of tensors
            object.pt   | 'b' is an object of __main__.Odd and not a tensor
            complex.pt  | tensor 'a' is of a ComplexFloatStorage, whose numbers dync does not have
            expanded.pt | does not fit the 1 numbers that are stored for it
            two.pt      | it holds several dictionaries of tensors: first, second
            list.pt     | it holds no dictionary of tensors
            program.pt  | it is a TorchScript program
            """)
    void what_is_no_state_dictionary_is_refused_by_what_it_is(String name, String message) throws IOException {
        Path path = Recorded.in(folder, name);
        assertThatThrownBy(() -> WeightFiles.open(path).close())
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(message);
    }

    @Test
    void a_changed_number_does_not_go_unnoticed() throws IOException {
        byte[] bytes = Recorded.bytes("state.pt");
        int at = find(bytes, new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40}); // 1.0, 2.0
        bytes[at]++;
        Path path = Files.write(folder.resolve("changed.pt"), bytes);
        try (NamedTensors file = WeightFiles.open(path)) {
            assertThatThrownBy(() -> file.read("conv.weight"))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("does not match its sum");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"state.pt", "state-legacy.pt", "training.pt", "training-legacy.pt"})
    void a_file_that_is_cut_anywhere_is_refused(String name) throws IOException {
        byte[] bytes = Recorded.bytes(name);
        for (int length = 2; length < bytes.length; length += 7) {
            Path path = Files.write(folder.resolve("cut.pt"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> WeightFiles.open(path).close())
                    .as("cut to %d bytes", length)
                    .isInstanceOf(BadFile.class);
        }
    }

    @Test
    void a_compressed_record_is_refused_before_it_is_unpacked() throws IOException {
        Path path = folder.resolve("bomb.pt");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path));
                ZipFile in = new ZipFile(Recorded.in(folder, "state.pt").toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().endsWith("/data/0") ? new byte[50_000_000] : bytes(in, entry));
            }
        }
        assertThat(Files.size(path)).isLessThan(100_000);
        assertThatThrownBy(() -> WeightFiles.open(path).close())
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("is compressed, which PyTorch never does");
    }

    /** The length of a header is the first thing in a safetensors file, and may be any number. */
    @ParameterizedTest
    @ValueSource(ints = {0x280, 0x4b50})
    void a_safetensors_file_that_begins_alike_is_told_apart(int length) throws IOException {
        String tensor = "{\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}";
        ByteBuffer bytes = ByteBuffer.allocate(8 + length + 1).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put((tensor + " ".repeat(length - tensor.length())).getBytes(StandardCharsets.US_ASCII));
        bytes.put((byte) 7);
        Path path = Files.write(folder.resolve("a.safetensors"), bytes.array());
        try (NamedTensors file = WeightFiles.open(path)) {
            assertThat(values(file, "a")).containsExactly(7);
        }
    }

    @Test
    void a_missing_file_and_an_unknown_pickle_are_said_to_be_that() throws IOException {
        assertThatThrownBy(() -> WeightFiles.open(folder.resolve("none.pt")).close())
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("there is no such file");
        Path pickle = Files.write(folder.resolve("other.pkl"), new byte[] {(byte) 0x80, 2, 'K', 1, '.'});
        assertThatThrownBy(() -> WeightFiles.open(pickle).close())
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("it is a pickle, but not of torch.save");
    }

    /** The records of {@code state.pt} and others, as they are. */
    private void repack(Path path, Map<String, String> more) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(path));
                ZipFile in = new ZipFile(Recorded.in(folder, "state.pt").toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                store(out, entry.getName().replaceFirst("^[^/]+", "later"), bytes(in, entry));
            }
            for (Map.Entry<String, String> entry : more.entrySet()) {
                store(out, entry.getKey(), entry.getValue().getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static void store(ZipOutputStream out, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
    }

    private static int find(byte[] bytes, byte[] part) {
        return IntStream.range(0, bytes.length - part.length)
                .filter(at -> Arrays.equals(bytes, at, at + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }

    private static double[] values(NamedTensors file, String name) {
        return Tensors.values(file.read(name));
    }

    private static double[] counting(int from, int to) {
        return IntStream.range(from, to).asDoubleStream().toArray();
    }
}
