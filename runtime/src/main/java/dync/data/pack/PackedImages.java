package dync.data.pack;

import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;
import dync.data.Split;
import dync.runtime.BadFile;
import java.nio.file.Path;
import java.util.Optional;

/** The samples of one split. */
final class PackedImages implements Images {
    private final Path path;
    private final PackIndex index;
    private final Mapped samples;
    private final Encoding encoding;
    private final int channels;
    private final Optional<ImageSize> imageSize;
    private final int first;
    private final int size;

    /** @param imageSize of every image; empty if they differ */
    PackedImages(
            Path path,
            Description description,
            PackIndex index,
            Mapped samples,
            Optional<ImageSize> imageSize,
            Split split) {
        this.path = path;
        this.index = index;
        this.samples = samples;
        this.encoding = Encoding.of(description.encoding());
        this.channels = description.channels();
        this.imageSize = imageSize;
        this.first = description.first(split);
        this.size = description.count(split);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int label(int image) {
        return index.label(first + image);
    }

    /** @throws BadFile if the sample does not have its sum, or is not the image that the index speaks of */
    @Override
    public void read(int image, Picture into) {
        try {
            sample(image, into);
        } catch (InternalError gone) {
            // what the virtual machine makes of a page that cannot be read, somewhat later than it was asked for
            throw new BadFile(
                    path, "has become shorter since it was opened, or its disk fails", PackedDataset.MEND, gone);
        }
    }

    private void sample(int image, Picture into) {
        int sample = first + image;
        int length = index.length(sample);
        byte[] bytes = into.bytes(length);
        samples.read(index.offset(sample), length, bytes);
        if (PackHeader.sum(bytes, 0, length) != index.sum(sample)) {
            throw new BadFile(path, "is damaged: sample " + sample + " does not have its sum", PackedDataset.MEND);
        }
        try {
            encoding.decode(bytes, length, sizeOf(sample), into);
        } catch (IllegalArgumentException e) {
            throw new BadFile(path, "is damaged: sample " + sample + " is " + e.getMessage(), PackedDataset.MEND, e);
        }
    }

    private ImageSize sizeOf(int sample) {
        return imageSize.isPresent() ? imageSize.get() : index.imageSize(sample, channels);
    }
}
