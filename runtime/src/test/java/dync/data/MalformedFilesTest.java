package dync.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import dync.data.catalogue.Datasets;
import dync.runtime.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files of every format: a message that names the file, and no memory for what is not there. */
class MalformedFilesTest {
    /** What may be set aside while a file of a few hundred bytes is refused. */
    private static final long MOST_BYTES = 24L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private void assertRefused(String name, Runnable reading) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        Throwable thrown = catchThrowable(reading::run);
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        assertThat(thrown).isInstanceOf(UserError.class).hasMessageContaining(name);
        assertThat(((UserError) thrown).help()).isPresent();
        assertThat(thrown.getMessage()).doesNotEndWith(".").doesNotContain("null");
        assertThat(allocated).as("bytes set aside").isLessThan(MOST_BYTES);
    }

    static Stream<Arguments> cuts() {
        return Arrays.stream(SampleSet.values())
                .filter(set -> set != SampleSet.ANNOTATIONS && set != SampleSet.CIFAR_NAMES)
                .flatMap(set -> IntStream.range(0, 10).mapToObj(tenth -> Arguments.of(set, tenth)));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aFileThatIsCutOff(SampleSet set, int tenth) throws IOException {
        byte[] whole = set.whole(Files.createDirectory(folder.resolve("whole")));
        byte[] cut = Arrays.copyOf(whole, whole.length * tenth / 10);
        Path damaged = Files.createDirectory(folder.resolve("cut"));
        assertRefused(set.file(), () -> set.readWith(damaged, cut));
    }

    static Stream<SampleSet> sets() {
        return Arrays.stream(SampleSet.values());
    }

    @ParameterizedTest
    @MethodSource("sets")
    void theWholeFilesAreRead(SampleSet set) throws IOException {
        byte[] whole = set.whole(Files.createDirectory(folder.resolve("whole")));
        set.readWith(Files.createDirectory(folder.resolve("again")), whole);
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aFileOfSomethingElse(SampleSet set) {
        byte[] other = "#!/bin/sh\necho this is a program\n".repeat(40).getBytes(StandardCharsets.UTF_8);
        assertRefused(set.file(), () -> set.readWith(folder, other));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aFileOfRandomBytes(SampleSet set) {
        byte[] random = new byte[5000];
        Seeds.random(1).nextBytes(random);
        assertRefused(set.file(), () -> set.readWith(folder, random));
    }

    /** One change to a whole file. */
    private record Damage(String title, SampleSet set, UnaryOperator<byte[]> change) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static Damage put(String title, SampleSet set, int at, int... bytes) {
        return new Damage(title, set, whole -> {
            byte[] changed = whole.clone();
            for (int i = 0; i < bytes.length; i++) {
                changed[at + i] = (byte) bytes[i];
            }
            return changed;
        });
    }

    private static Damage replace(String title, SampleSet set, String from, String to) {
        return new Damage(title, set, whole -> new String(whole, StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Damage all(String title, SampleSet set, byte[] contents) {
        return new Damage(title, set, whole -> contents);
    }

    static Stream<Damage> damages() throws IOException {
        return Stream.of(
                put("IDX: absurd number of images", SampleSet.IDX, 4, 0x7f, 0xff, 0xff, 0xff),
                put("IDX: absurd everything", SampleSet.IDX, 4, 255, 255, 255, 255, 255, 255, 255, 255),
                put("IDX: no images", SampleSet.IDX, 4, 0, 0, 0, 0),
                put("IDX: floats", SampleSet.IDX, 2, 0x0d),
                put("IDX: 200 axes", SampleSet.IDX, 3, 200),
                put("IDX: labels as images", SampleSet.IDX, 3, 1),
                put("IDX: another label count", SampleSet.IDX_LABELS, 7, 5),
                put("IDX gzip: damaged inside", SampleSet.IDX_GZIP, 20, 0x55, 0x55, 0x55),
                put("CIFAR: label 10", SampleSet.CIFAR, 3073, 10),
                put("CIFAR: label 255", SampleSet.CIFAR, 0, 255),
                put("CIFAR-100: label 100", SampleSet.CIFAR_FINE, 1, 100),
                replace("CIFAR: nine names", SampleSet.CIFAR_NAMES, "j\n", ""),
                put("CIFAR: names that are no text", SampleSet.CIFAR_NAMES, 0, 0xff, 0xfe, 0xff),
                replace("NPY: absurd shape", SampleSet.NPY, "(6, 5, 4, 3)", "(999999999, 9999, 9999, 3)"),
                replace("NPY: shape beyond int", SampleSet.NPY, "(6, 5, 4, 3)", "(99999999999, 1, 1, 3)"),
                replace("NPY: shape of words", SampleSet.NPY, "(6, 5, 4, 3)", "(six, 5, 4)"),
                replace("NPY: shape of many axes", SampleSet.NPY, "(6, 5, 4, 3)", "(1,1,1,1,1,1,1,1,1,6)"),
                replace("NPY: shape with a gap", SampleSet.NPY, "(6, 5, 4, 3)", "(6, , 4, 3)"),
                replace("NPY: no images", SampleSet.NPY, "(6, 5, 4, 3)", "(0, 5, 4, 3)"),
                replace("NPY: another type", SampleSet.NPY, "|u1", "<f8"),
                replace("NPY: no type", SampleSet.NPY, "descr", "descx"),
                replace("NPY: structures", SampleSet.NPY, "'|u1'", "[('a', 'u1')]"),
                replace("NPY: objects", SampleSet.NPY, "|u1", "|O8"),
                replace("NPY: column by column", SampleSet.NPY, "False", "True"),
                put("NPY: version 9", SampleSet.NPY, 6, 9),
                put("NPY: absurd header", SampleSet.NPY, 6, 2, 0, 255, 255, 255, 127),
                put("NPY: wrong magic", SampleSet.NPY, 1, 'X'),
                all("NPZ: an empty archive", SampleSet.NPZ, zip()),
                all("NPZ: other files", SampleSet.NPZ, zip("readme.txt", new byte[3])),
                all("NPZ: nothing in the arrays", SampleSet.NPZ, pair(new byte[0], new byte[0])),
                all("NPZ: 4 TB announced", SampleSet.NPZ, pair(npy("|u1", "(999999, 2000, 2000)", 9), labels())),
                all("NPZ: 100 MB announced", SampleSet.NPZ, pair(npy("|u1", "(100, 1000, 1000)", 9), labels())),
                all("NPZ: 900 MB announced", SampleSet.NPZ, pair(npy("|u1", "(900, 1000, 1000)", 9), labels())),
                all("NPZ: 40 MB in a few bytes", SampleSet.NPZ, pair(npy("|u1", "(6, 4, 4)", 40 << 20), labels())),
                all("NPZ: no labels", SampleSet.NPZ, zip("x_train.npy", npy("|u1", "(6, 4, 4)", 96))),
                all("NPZ: images of two axes", SampleSet.NPZ, pair(npy("|u1", "(6, 16)", 96), labels())),
                all("NPZ: complex numbers", SampleSet.NPZ, pair(npy("<c8", "(6, 4, 4)", 768), labels())),
                put("NPZ: damaged inside", SampleSet.NPZ_COMPRESSED, 90, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                put("HDF5: wrong magic", SampleSet.HDF5, 0, 0),
                put("HDF5: unknown superblock", SampleSet.HDF5, 8, 99),
                put("HDF5: root behind the end", SampleSet.HDF5, 64, 255, 255, 255, 127),
                put("HDF5: sizes of 200 bytes", SampleSet.HDF5, 13, 200, 200),
                all("PNG: 2147483647 square", SampleSet.PNG, png(Integer.MAX_VALUE, Integer.MAX_VALUE)),
                all("PNG: 60000 square", SampleSet.PNG, png(60_000, 60_000)),
                all("PNG: no height", SampleSet.PNG, png(12, 0)),
                all("PNG: below zero", SampleSet.PNG, png(-1, 12)),
                put("PNG: a chunk of 2 GB", SampleSet.PNG, 33, 0x7f, 0xff, 0xff, 0xff),
                put("PNG: a chunk of 4 GB", SampleSet.PNG, 33, 0xff, 0xff, 0xff, 0xff),
                put("PNG: colour type 9", SampleSet.PNG, 25, 9),
                put("PNG: 77 bits", SampleSet.PNG, 24, 77),
                put("PNG: damaged inside", SampleSet.PNG, 45, 1, 2, 3, 4, 5, 6, 7, 8, 9),
                new Damage("JPEG: 65500 square", SampleSet.JPEG, whole -> frame(whole, 65500, 65500)),
                new Damage("JPEG: no height", SampleSet.JPEG, whole -> frame(whole, 0, 12)),
                new Damage("JPEG: 40000 square in print", SampleSet.JPEG_PRINTED, whole -> frame(whole, 40000, 40000)),
                put("GIF: no pixels", SampleSet.GIF, 6, 0, 0, 0, 0),
                put("BMP: 2 GB wide", SampleSet.BMP, 18, 255, 255, 255, 127),
                put("BMP: absurdly high", SampleSet.BMP, 22, 0, 0, 0, 128),
                put("BMP: width below zero", SampleSet.BMP, 18, 255, 255, 255, 255),
                put("BMP: 99 bits", SampleSet.BMP, 28, 99),
                replace("TinyImageNet: unknown class", SampleSet.ANNOTATIONS, "n01", "n99"),
                replace("TinyImageNet: no tab", SampleSet.ANNOTATIONS, "\t", " "),
                replace("TinyImageNet: out of its folder", SampleSet.ANNOTATIONS, "b.png", "../../b.png"),
                all("TinyImageNet: no images", SampleSet.ANNOTATIONS, new byte[] {'\n'}));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void aFileThatClaimsWhatCannotBe(Damage damage) throws IOException {
        byte[] whole = damage.set().whole(Files.createDirectory(folder.resolve("whole")));
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        assertRefused(damage.set().file(), () -> damage.set()
                .readWith(damaged, damage.change().apply(whole)));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aFolderInThePlaceOfTheFile(SampleSet set) throws IOException {
        set.whole(folder);
        Path file;
        try (var all = Files.walk(folder)) {
            file = all.filter(path -> path.getFileName().toString().equals(set.file()))
                    .findFirst()
                    .orElseThrow();
        }
        Files.delete(file);
        Files.createDirectory(file);
        boolean itself = file.getParent().equals(folder)
                && !Files.exists(folder.resolve("images.npy"))
                && set.name().matches("NPZ.*|HDF5.*");
        assertRefused(
                set.file(), () -> SampleSet.readAll(new Datasets(folder).open((itself ? file : folder).toString())));
    }

    /** A picture of one pixel with a note that unpacks to 200 MB; nobody asked for the note. */
    @Test
    void aNoteThatUnpacksToMuchIsNotUnpacked() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.path("image/rgb.png"));
        ByteArrayOutputStream note = new ByteArrayOutputStream();
        note.write("note\0\0".getBytes(StandardCharsets.ISO_8859_1));
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(note)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                deflate.write(zeros);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(whole, 0, 33);
        png.write(chunk("zTXt", note.toByteArray()));
        png.write(whole, 33, whole.length - 33);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        SampleSet.PNG.readWith(folder, png.toByteArray());
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
    }

    private static byte[] chunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A picture whose first chunk is right in all but its size. */
    private static byte[] png(int width, int height) throws IOException {
        byte[] whole = Files.readAllBytes(Samples.path("image/rgb.png"));
        byte[] header = Arrays.copyOfRange(whole, 16, 29);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(whole, 0, 8);
        png.write(chunk("IHDR", header));
        png.write(whole, 33, whole.length - 33);
        return png.toByteArray();
    }

    private static byte[] frame(byte[] jpeg, int height, int width) {
        byte[] changed = jpeg.clone();
        for (int i = 0; i < changed.length - 9; i++) {
            if ((changed[i] & 0xff) == 0xff && (changed[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(changed).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return changed;
            }
        }
        throw new AssertionError("no frame");
    }

    private static byte[] npy(String type, String shape, int bytes) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
        return ByteBuffer.allocate(10 + header.length() + bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] labels() {
        return npy("|u1", "(6,)", 6);
    }

    private static byte[] pair(byte[] images, byte[] labels) {
        return zip("x_train.npy", images, "y_train.npy", labels);
    }

    private static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
