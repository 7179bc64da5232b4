package dync.data.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dync.data.Dataset;
import dync.data.synthetic.Shapes;
import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Packed files with bytes changed, cut off or added, with and without sums that were made right afterwards. */
class PackFuzzTest {
    private static final Dataset SET = new Shapes(3, 8, 9, 6, 3, 4);

    private static Path folder() throws IOException {
        return Files.createTempDirectory("dync-pack-fuzz");
    }

    private static byte[] packed(Encoding encoding) throws IOException {
        Path folder = folder();
        try {
            Path file = Packs.write(SET, new PackPlan(Optional.empty(), false, encoding), folder.resolve("a.pack"));
            return Files.readAllBytes(file);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Reads everything; the only way to fail is the one that users are told about. */
    private static boolean readable(byte[] bytes) throws IOException {
        Path folder = folder();
        try {
            Path file = Files.write(folder.resolve("a.pack"), bytes);
            PackedDataset.open(file).check(done -> {});
            return true;
        } catch (BadFile refused) {
            assertThat(refused).hasMessageStartingWith(refused.file() + ": ");
            assertThat(refused.help()).isPresent();
            return false;
        } finally {
            delete(folder);
        }
    }

    @Property(tries = 300)
    void whateverIsChangedIsNoticed(
            @ForAll @IntRange(max = 1_000_000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        byte[] bytes = packed(new Encoding.Raw());
        int at = place % bytes.length;
        bytes[at] ^= (byte) change;
        // 20 bytes of the header, and those that pad the description, mean nothing
        boolean unused = at >= 44 && at < PackHeader.SIZE;
        assertThat(readable(bytes)).isEqualTo(unused || padding(bytes, at));
    }

    private static boolean padding(byte[] bytes, int at) throws IOException {
        Path folder = folder();
        try {
            Path file = Files.write(folder.resolve("a.pack"), bytes);
            int description = PackedDatasetTest.Forged.of(file).bytes().getInt(12);
            return at >= PackHeader.SIZE + description && at < PackHeader.SIZE + (description + 7) / 8 * 8;
        } finally {
            delete(folder);
        }
    }

    @Property(tries = 200)
    void aFileThatIsCutOffOrTooLongIsRefused(@ForAll @IntRange(max = 1_000_000) int length) throws IOException {
        byte[] bytes = packed(new Encoding.Raw());
        int cut = length % (bytes.length + 500);
        assertThat(readable(Arrays.copyOf(bytes, cut))).isEqualTo(cut == bytes.length);
    }

    @Property(tries = 500)
    void forgedSumsDoNotLeadToAnythingButAnAnswer(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1_000_000) Integer> places,
            @ForAll @IntRange(max = 255) int value,
            @ForAll boolean jpeg,
            @ForAll boolean front)
            throws IOException {
        byte[] bytes = packed(jpeg ? new Encoding.Jpeg(80) : new Encoding.Raw());
        var forged =
                new PackedDatasetTest.Forged(java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN));
        int samplesAt = forged.entry(9);
        for (int place : places) {
            bytes[front ? place % samplesAt : samplesAt + place % (bytes.length - samplesAt)] = (byte) value;
        }
        for (int sample = 0; sample < 9 && !front; sample++) {
            int entry = forged.entry(sample);
            forged.bytes()
                    .putInt(
                            entry + 24,
                            PackHeader.sum(
                                    bytes,
                                    (int) forged.bytes().getLong(entry),
                                    forged.bytes().getInt(entry + 8)));
        }
        forged.mend();
        readable(bytes);
    }
}
