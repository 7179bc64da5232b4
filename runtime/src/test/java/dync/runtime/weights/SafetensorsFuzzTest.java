package dync.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.BadFile;
import dync.runtime.Tensors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.bytedeco.javacpp.PointerScope;

/** Whatever bytes a file holds, opening and reading it ends in tensors or in a {@link BadFile}. */
class SafetensorsFuzzTest {
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"a\"",
            "\"b\"",
            "\"__metadata__\"",
            "\"dtype\"",
            "\"shape\"",
            "\"data_offsets\"",
            "\"F32\"",
            "\"U8\"",
            "0",
            "1",
            "4",
            "-1",
            "1e9",
            "NaN",
            "null",
            "true",
            "\\u0000",
            " ",
            "\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}");

    private Path path;
    private byte[] good;

    @BeforeProperty
    void write() throws IOException {
        path = Files.createTempFile("fuzz", ".safetensors");
        try (PointerScope scope = new PointerScope()) {
            Safetensors.write(
                    path,
                    Map.of("a", Tensors.of(new long[] {2, 2}, 1, 2, 3, 4), "b", Tensors.of(new long[] {3}, 5, 6, 7)),
                    Map.of("by", "fuzz"));
        }
        good = Files.readAllBytes(path);
    }

    @AfterProperty
    void delete() throws IOException {
        Files.delete(path);
    }

    @Property(tries = 2000)
    void some_bytes_changed(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 10_000) Integer> places,
            @ForAll @ByteRange(min = Byte.MIN_VALUE) byte value) {
        byte[] bytes = good.clone();
        places.forEach(place -> bytes[place % bytes.length] = value);
        assertHarmless(bytes);
    }

    @Property(tries = 500)
    void cut_anywhere(@ForAll @IntRange(max = 10_000) int length) {
        byte[] bytes = java.util.Arrays.copyOf(good, length % good.length);
        assertThat(opens(bytes)).isFalse();
    }

    @Property(tries = 1000)
    void any_bytes_as_header(@ForAll @Size(max = 200) byte[] header) {
        assertHarmless(withHeader(header));
    }

    @Property(tries = 3000)
    void the_formats_own_words_in_any_order(@ForAll("words") String header) {
        assertHarmless(withHeader(("{" + header).getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(TOKENS).list().ofMaxSize(30).map(words -> String.join("", words));
    }

    private static byte[] withHeader(byte[] header) {
        return ByteBuffer.allocate(8 + header.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    private void assertHarmless(byte[] bytes) {
        opens(bytes); // anything but a BadFile comes out of here
    }

    private boolean opens(byte[] bytes) {
        try {
            Files.write(path, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        try (PointerScope scope = new PointerScope();
                TensorFile file = Safetensors.open(path)) {
            file.tensors().keySet().forEach(file::read);
            return true;
        } catch (BadFile told) {
            assertThat(told.getMessage()).startsWith(path.toString());
            return false;
        }
    }
}
