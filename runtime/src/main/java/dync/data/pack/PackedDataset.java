package dync.data.pack;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Normalisation;
import dync.data.Picture;
import dync.data.Split;
import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A data set in one file, mapped into memory; see {@link PackHeader} for what is where. Header, description and index are
 * held against their sums when it is opened, each sample when it is read.
 */
public final class PackedDataset implements Dataset {
    /** How the names of such files end. */
    public static final String ENDING = ".pack";

    static final String MEND = "pack the data set again, or copy the file again from where it is whole";
    private static final long STRIDE = 1L << 30;

    private final Path path;
    private final Description description;
    private final PackIndex index;
    private final Optional<ImageSize> imageSize;
    private final Map<Split, Images> parts;

    private PackedDataset(Path path, Description description, PackIndex index, Mapped samples) {
        this.path = path;
        this.description = description;
        this.index = index;
        this.imageSize = common(index, description.channels());
        this.parts = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            parts.put(split, new PackedImages(path, description, index, samples, imageSize, split));
        }
    }

    private static Optional<ImageSize> common(PackIndex index, int channels) {
        for (int sample = 1; sample < index.size(); sample++) {
            if (index.height(sample) != index.height(0) || index.width(sample) != index.width(0)) {
                return Optional.empty();
            }
        }
        return index.size() == 0 ? Optional.empty() : Optional.of(index.imageSize(0, channels));
    }

    /**
     * Opens a file.
     *
     * @throws BadFile if it cannot be read, or is not a packed data set that is whole; what is wrong with a single sample
     *     is found when it is read
     */
    public static PackedDataset open(Path path) {
        return open(path, STRIDE);
    }

    /** @param stride distance of the beginnings of two mappings of the file into memory */
    static PackedDataset open(Path path, long stride) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(path, file, stride);
        } catch (NoSuchFileException e) {
            throw new BadFile(path, "is not there", "make it with dync data pack SET -o " + path);
        } catch (IOException e) {
            throw new BadFile(
                    path, "cannot be read: " + e.getMessage(), "check that it is a file that you may read", e);
        } catch (IllegalArgumentException e) {
            throw new BadFile(path, e.getMessage(), MEND, e);
        }
    }

    private static PackedDataset read(Path path, FileChannel file, long stride) throws IOException {
        long length = file.size();
        PackHeader header = PackHeader.of(bytes(file, 0, (int) Math.min(PackHeader.SIZE, length)), length);
        byte[] text = bytes(file, PackHeader.SIZE, header.description());
        requireSum("description", text, header.descriptionSum());
        Description description = Description.of(text);
        long announced = (long) description.train() + description.test() + description.validation();
        if (announced != header.samples()) {
            throw new IllegalArgumentException("is damaged: it announces " + header.samples() + " samples, and "
                    + announced + " images in its parts");
        }
        byte[] entries = bytes(file, header.indexAt(), (int) (header.samples() * PackIndex.ENTRY));
        requireSum("index", entries, header.indexSum());
        PackIndex index = new PackIndex(entries);
        int longest = 1;
        for (int sample = 0; sample < index.size(); sample++) {
            index.check(
                    sample,
                    header.samplesAt(),
                    length,
                    description.channels(),
                    description.classes().size());
            longest = Math.max(longest, index.length(sample));
        }
        if (longest > Integer.MAX_VALUE - stride) {
            throw new IllegalArgumentException(
                    "has a sample of " + longest + " bytes; at most " + (Integer.MAX_VALUE - stride) + " can be");
        }
        return new PackedDataset(path, description, index, new Mapped(file, stride, longest));
    }

    private static byte[] bytes(FileChannel file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new IllegalArgumentException("is cut off");
            }
        }
        return bytes.array();
    }

    private static void requireSum(String what, byte[] bytes, int sum) {
        if (PackHeader.sum(bytes, 0, bytes.length) != sum) {
            throw new IllegalArgumentException("is damaged: its " + what + " does not have the sum that it states");
        }
    }

    @Override
    public String name() {
        return description.name();
    }

    @Override
    public int channels() {
        return description.channels();
    }

    @Override
    public Optional<ImageSize> imageSize() {
        return imageSize;
    }

    @Override
    public List<String> classes() {
        return description.classes();
    }

    @Override
    public List<String> classIds() {
        return description.classIds();
    }

    @Override
    public Normalisation normalisation() {
        return description.normalisation();
    }

    @Override
    public Images images(Split split) {
        return parts.get(split);
    }

    /** Images of all splits. */
    public int samples() {
        return index.size();
    }

    /** What it holds, in words. */
    public String describe() {
        String size = imageSize().map(ImageSize::toString).orElse(channels() + " channels, of different sizes");
        return name() + ": " + description.train() + " + " + description.test()
                + (description.validation() > 0 ? " + " + description.validation() : "") + " images, " + size + ", "
                + classes().size() + " classes; " + description.made();
    }

    /**
     * Reads every sample once.
     *
     * @param done is told after each how many have been read
     * @throws BadFile if one is not what it should be
     */
    public void check(IntConsumer done) {
        Picture picture = new Picture();
        int read = 0;
        for (Images images : parts.values()) {
            for (int image = 0; image < images.size(); image++) {
                images.read(image, picture);
                done.accept(++read);
            }
        }
    }

    /** Where it was read from. */
    public Path path() {
        return path;
    }
}
