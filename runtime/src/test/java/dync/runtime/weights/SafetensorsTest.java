package dync.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.BadFile;
import dync.runtime.ScopedTest;
import dync.runtime.Tensors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SafetensorsTest extends ScopedTest {
    @TempDir
    Path folder;

    @Test
    void writes_the_format_byte_by_byte() throws IOException {
        Path path = folder.resolve("a.safetensors");
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", Tensors.of(new long[] {2}, 1, 2).to(DType.U8.scalarType()));
        tensors.put("a", Tensors.of(new long[] {1, 1}, 1).to(DType.F32.scalarType()));
        Safetensors.write(path, tensors, Map.of("made by", "dync"));
        String json = "{\"__metadata__\":{\"made by\":\"dync\"},"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[1,1],\"data_offsets\":[0,4]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[4,6]}}";
        int padded = (json.length() + 7) / 8 * 8;
        ByteBuffer expected = ByteBuffer.allocate(8 + padded + 6).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded).put((json + " ".repeat(padded - json.length())).getBytes(StandardCharsets.UTF_8));
        expected.putFloat(1).put((byte) 1).put((byte) 2);
        assertThat(Files.readAllBytes(path)).containsExactly(expected.array());
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void gives_back_what_was_written(DType dtype) {
        Path path = folder.resolve("a.safetensors");
        Tensor values = Tensors.of(new long[] {2, 3}, 0, 1, 0, 1, 1, 0).to(dtype.scalarType());
        Safetensors.write(path, Map.of("x", values.t(), "none", values.narrow(0, 0, 0)), Map.of());
        try (TensorFile file = Safetensors.open(path)) {
            assertThat(file.tensors().get("x"))
                    .isEqualTo(new TensorEntry("x", dtype, java.util.List.of(3L, 2L), 0, 6L * dtype.bytes()));
            Tensor read = file.read("x");
            assertThat(read.scalar_type().intern()).isEqualTo(dtype.scalarType());
            assertThat(Tensors.values(read)).containsExactly(0, 1, 1, 1, 0, 0);
            assertThat(file.read("none").shape()).containsExactly(0, 3);
            assertThat(file.metadata()).isEmpty();
        }
    }

    @Test
    void reads_a_scalar_names_of_any_letters_and_padding() throws IOException {
        Path path = file("{\"µ \\\"\\u00e9\":{\"dtype\":\"F64\",\"shape\":[],\"data_offsets\":[0,8]}}   ", 8);
        try (TensorFile file = Safetensors.open(path)) {
            assertThat(file.read("µ \"é").item_double()).isZero();
        }
    }

    @Test
    void an_unknown_name_is_an_error_with_the_nearest() throws IOException {
        try (TensorFile file = Safetensors.open(file(entry("V1.weight", "U8", "[1]", 0, 1), 1))) {
            assertThatThrownBy(() -> file.read("V1.wieght")).isInstanceOfSatisfying(BadFile.class, error -> {
                assertThat(error).hasMessageContaining("no tensor 'V1.wieght'");
                assertThat(error.help()).hasValue("did you mean 'V1.weight'?");
            });
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("", 1, "does not begin with '{'"),
                Arguments.of(" {}", 0, "does not begin with '{'"),
                Arguments.of("[]", 0, "does not begin with '{'"),
                Arguments.of("{", 0, "not JSON"),
                Arguments.of("{}}", 0, "not JSON|follows"),
                Arguments.of("{} x", 0, "not JSON|follows"),
                Arguments.of("{'a':1}", 0, "not JSON"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",}}", 0, "not JSON"),
                Arguments.of("{\"a\":" + "[".repeat(100_000), 0, "'a' is not an object"),
                Arguments.of("{\"a\":" + "{\"b\":".repeat(100_000), 0, "unknown field 'b'"),
                Arguments.of("{\"a\":null}", 0, "'a' is not an object"),
                Arguments.of("{\"a\":{}}", 0, "lacks data_offsets and dtype and shape"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}", 0, "lacks data_offsets"),
                Arguments.of("{\"a\":{\"dtype\":1}}", 0, "dtype of tensor 'a' is not text"),
                Arguments.of("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}", 0, "two fields 'dtype'"),
                Arguments.of("{\"a\":{\"size\":1}}", 0, "unknown field 'size'"),
                Arguments.of("{\"a\":{\"shape\":3}}", 0, "shape of tensor 'a' is not a list"),
                Arguments.of("{\"a\":{\"shape\":[\"3\"]}}", 0, "no number"),
                Arguments.of("{\"a\":{\"shape\":[1.5]}}", 0, "1.5, not a whole number"),
                Arguments.of("{\"a\":{\"shape\":[-1]}}", 0, "-1, not a whole number"),
                Arguments.of("{\"a\":{\"shape\":[1e3]}}", 0, "1e3, not a whole number"),
                Arguments.of("{\"a\":{\"shape\":[99999999999999999999]}}", 0, "not a whole number"),
                Arguments.of("{\"a\":{\"shape\":[" + "1,".repeat(100) + "1]}}", 0, "more than 64 entries"),
                Arguments.of("{\"a\":{\"data_offsets\":[0,1,2]}}", 0, "more than 2 entries"),
                Arguments.of("{\"a\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0]}}", 1, "begin and an end"),
                Arguments.of(entry("a", "F8_E4M3", "[1]", 0, 1), 1, "unsupported dtype 'F8_E4M3'"),
                Arguments.of(entry("a", "f32", "[1]", 0, 4), 4, "unsupported dtype 'f32'"),
                Arguments.of(entry("a", "F32", "[1]", 0, 4), 3, "ends at byte 4 of the data, which has 3"),
                Arguments.of(entry("a", "F32", "[1]", 0, 4), 5, "1 bytes at the end belong to no tensor"),
                Arguments.of(entry("a", "F32", "[1]", 4, 8), 8, "there is a hole"),
                Arguments.of(entry("a", "F32", "[1]", 4, 0), 4, "ends before it begins"),
                Arguments.of(entry("a", "F32", "[2]", 0, 4), 4, "has 4 bytes, F32 of shape [2] takes another number"),
                Arguments.of(entry("a", "F32", "[0]", 0, 4), 4, "takes another number"),
                Arguments.of(entry("a", "F64", "[4294967296,4294967296]", 0, 0), 0, "takes another number"),
                Arguments.of(entry("a", "F64", "[999999999999999999,999999999999999999]", 0, 8), 8, "another number"),
                Arguments.of(
                        "{" + inner("a", "U8", "[4]", 0, 4) + "," + inner("b", "U8", "[4]", 2, 6) + "}",
                        6,
                        "they overlap"),
                Arguments.of(
                        "{" + inner("a", "U8", "[4]", 0, 4) + "," + inner("a", "U8", "[4]", 4, 8) + "}",
                        8,
                        "'a' is there twice"),
                Arguments.of("{\"__metadata__\":{},\"__metadata__\":{}}", 0, "__metadata__ is there twice"),
                Arguments.of("{\"__metadata__\":[]}", 0, "__metadata__ is not an object"),
                Arguments.of("{\"__metadata__\":{\"a\":1}}", 0, "metadata 'a' is not text"),
                Arguments.of("{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"}}", 0, "metadata 'a' is there twice"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_header_is_told(String json, int dataBytes, String problem) throws IOException {
        assertBad(file(json, dataBytes), problem);
    }

    @Test
    void text_that_is_not_utf_8_is_told() throws IOException {
        Path path = folder.resolve("latin.safetensors");
        Files.write(path, new byte[] {4, 0, 0, 0, 0, 0, 0, 0, '{', '"', (byte) 0xE9, '}'});
        assertBad(path, "not UTF-8");
    }

    @Test
    void a_file_that_is_too_short_or_says_too_much_is_told() throws IOException {
        Path path = folder.resolve("short.safetensors");
        Files.write(path, new byte[0]);
        assertBad(path, "0 bytes long");
        Files.write(path, new byte[7]);
        assertBad(path, "7 bytes long");
        Files.write(path, new byte[] {3, 0, 0, 0, 0, 0, 0, 0, '{', '}'});
        assertBad(path, "header has 3 bytes, but only 2 follow");
        Files.write(path, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'});
        assertBad(path, "header has 18446744073709551615 bytes");
        Files.write(path, new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, '{', '}'});
        assertBad(path, "but only 2 follow");
    }

    @Test
    void a_header_beyond_a_hundred_megabytes_is_not_read() throws IOException {
        Path path = folder.resolve("huge.safetensors");
        try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(path.toFile(), "rw")) {
            sparse.setLength(200_000_000);
            sparse.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(150_000_000)
                    .array());
        }
        assertBad(path, "more than the 100000000 that are allowed");
    }

    @Test
    void a_missing_file_and_a_folder_are_told() {
        assertBad(folder.resolve("none.safetensors"), "there is no such file");
        assertBad(folder, "cannot be");
    }

    @Test
    void a_file_cut_after_opening_is_told() throws IOException {
        Path path = file(entry("a", "U8", "[4]", 0, 4), 4);
        try (TensorFile file = Safetensors.open(path)) {
            Files.write(path, new byte[8]);
            assertThatThrownBy(() -> file.read("a"))
                    .isInstanceOf(BadFile.class)
                    .hasMessageContaining("the file ends early");
        }
    }

    private static void assertBad(Path path, String anyOf) {
        assertThatThrownBy(() -> Safetensors.open(path).close()).isInstanceOfSatisfying(BadFile.class, error -> {
            assertThat(error.getMessage()).startsWith(path + ": ").hasSizeLessThan(400);
            assertThat(anyOf.split("\\|")).anyMatch(error.getMessage()::contains);
            assertThat(error.file()).isEqualTo(path);
        });
    }

    private Path file(String json, int dataBytes) throws IOException {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        ByteBuffer all = ByteBuffer.allocate(8 + header.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        all.putLong(header.length).put(header);
        return Files.write(folder.resolve("broken.safetensors"), all.array());
    }

    private static String entry(String name, String dtype, String shape, long begin, long end) {
        return "{" + inner(name, dtype, shape, begin, end) + "}";
    }

    private static String inner(String name, String dtype, String shape, long begin, long end) {
        return "\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + ","
                + end + "]}";
    }
}
