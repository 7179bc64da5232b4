package dync.data;

import dync.data.catalogue.Datasets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A whole and small data set in each format, one file of which a test can then damage. */
enum SampleSet {
    IDX("train-images-idx3-ubyte"),
    IDX_LABELS("train-labels-idx1-ubyte"),
    IDX_GZIP("train-images-idx3-ubyte.gz"),
    CIFAR("data_batch_2.bin"),
    CIFAR_NAMES("batches.meta.txt"),
    CIFAR_FINE("train.bin"),
    NPZ("train_test.npz"),
    NPZ_COMPRESSED("channels_first.npz"),
    NPZ_BIG_ENDIAN("big_endian.npz"),
    NPY("images.npy"),
    HDF5("contiguous.h5"),
    HDF5_LATEST("latest.h5"),
    HDF5_CHUNKED("chunked.h5"),
    HDF5_FLOAT("float.h5"),
    PNG("rgb.png"),
    PNG_PALETTE("palette.png"),
    PNG_DEEP("grey16.png"),
    JPEG("rgb.jpg"),
    JPEG_PROGRESSIVE("progressive.jpg"),
    JPEG_PRINTED("cmyk.jpg"),
    JPEG_TURNED("turned6.jpg"),
    GIF("palette.gif"),
    BMP("rgb.bmp"),
    ANNOTATIONS("val_annotations.txt");

    private final String file;

    SampleSet(String file) {
        this.file = file;
    }

    /** Name of the file that is damaged. */
    String file() {
        return file;
    }

    /** Writes the set into a folder. */
    private Path write(Path folder) throws IOException {
        return switch (this) {
            case IDX, IDX_LABELS, IDX_GZIP -> {
                byte[] images = ByteBuffer.allocate(16 + 24)
                        .putInt(0x803)
                        .putInt(4)
                        .putInt(3)
                        .putInt(2)
                        .array();
                byte[] labels =
                        ByteBuffer.allocate(8 + 4).putInt(0x801).putInt(4).array();
                Files.write(folder.resolve(this == IDX_GZIP ? file : "train-images-idx3-ubyte"), zipped(images));
                Files.write(folder.resolve("train-labels-idx1-ubyte"), labels);
                Files.write(folder.resolve("t10k-images-idx3-ubyte"), images);
                Files.write(folder.resolve("t10k-labels-idx1-ubyte"), labels);
                yield folder;
            }
            case CIFAR, CIFAR_NAMES -> {
                for (String name : new String[] {
                    "data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5", "test_batch"
                }) {
                    Files.write(folder.resolve(name + ".bin"), new byte[3 * 3073]);
                }
                Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
                yield folder;
            }
            case CIFAR_FINE -> {
                Files.write(folder.resolve("train.bin"), new byte[3 * 3074]);
                Files.write(folder.resolve("test.bin"), new byte[2 * 3074]);
                Files.writeString(folder.resolve("fine_label_names.txt"), "x\n".repeat(100));
                yield folder;
            }
            case NPY -> {
                Files.copy(Samples.path("format/npy/images.npy"), folder.resolve("images.npy"));
                Files.copy(Samples.path("format/npy/labels.npy"), folder.resolve("labels.npy"));
                yield folder;
            }
            case NPZ, NPZ_COMPRESSED, NPZ_BIG_ENDIAN, HDF5, HDF5_LATEST, HDF5_CHUNKED, HDF5_FLOAT ->
                Files.copy(Samples.path("format/" + file), folder.resolve(file));
            case ANNOTATIONS -> {
                Path images = Files.createDirectories(folder.resolve("train/n01/images"));
                Files.copy(Samples.path("image/rgb.png"), images.resolve("a.png"));
                Path val = Files.createDirectories(folder.resolve("val/images"));
                Files.copy(Samples.path("image/rgb.png"), val.resolve("b.png"));
                Files.writeString(folder.resolve("val/val_annotations.txt"), "b.png\tn01\t0\t0\t9\t9\n");
                yield folder;
            }
            default -> {
                Path images = Files.createDirectories(folder.resolve("train/a"));
                Files.copy(Samples.path("image/" + file), images.resolve(file));
                yield folder;
            }
        };
    }

    private byte[] zipped(byte[] bytes) throws IOException {
        if (this != IDX_GZIP) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    /** Writes the set with other contents of the file, and reads all of it. */
    void readWith(Path folder, byte[] contents) {
        try {
            Path set = write(folder);
            Files.write(damaged(folder), contents);
            readAll(new Datasets(folder).open(set.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole file. */
    byte[] whole(Path folder) {
        try {
            write(folder);
            return Files.readAllBytes(damaged(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path damaged(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().equals(file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static void readAll(Dataset set) {
        Picture picture = new Picture();
        for (Split split : Split.values()) {
            Images images = set.images(split);
            for (int i = 0; i < Math.min(images.size(), 50); i++) {
                images.read(i, picture);
                if (images.label(i) < 0 || images.label(i) >= set.classes().size()) {
                    throw new AssertionError("label " + images.label(i));
                }
            }
        }
    }
}
