package dync.data.pack;

import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;
import dync.runtime.BadFile;
import java.nio.file.Path;

/** The samples of one split. */
final class PackedImages implements Images {
    private final Path path;
    private final PackIndex index;
    private final Mapped samples;
    private final Encoding encoding;
    private final int channels;
    private final int first;
    private final int size;

    PackedImages(Path path, PackIndex index, Mapped samples, Encoding encoding, int channels, int first, int size) {
        this.path = path;
        this.index = index;
        this.samples = samples;
        this.encoding = encoding;
        this.channels = channels;
        this.first = first;
        this.size = size;
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
        int sample = first + image;
        int length = index.length(sample);
        byte[] bytes = into.bytes(length);
        samples.read(index.offset(sample), length, bytes);
        if (PackHeader.sum(bytes, 0, length) != index.sum(sample)) {
            throw new BadFile(path, "is damaged: sample " + sample + " does not have its sum", PackedDataset.MEND);
        }
        ImageSize imageSize = index.imageSize(sample, channels);
        try {
            encoding.decode(bytes, length, imageSize, into);
        } catch (IllegalArgumentException e) {
            throw new BadFile(path, "is damaged: sample " + sample + " is " + e.getMessage(), PackedDataset.MEND, e);
        }
    }
}
