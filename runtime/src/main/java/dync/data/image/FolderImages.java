package dync.data.image;

import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Picture;
import dync.runtime.BadFile;
import java.util.Optional;
import java.util.stream.IntStream;

/** Image files with labels; each is decoded when it is read. */
final class FolderImages implements Images {
    private final int channels;
    private final ImageFiles files;

    FolderImages(ImageFiles files, int channels) {
        this.channels = channels;
        this.files = files;
    }

    /** The size that all images have; empty at the first two that differ. Looks into every file if none do. */
    Optional<ImageSize> imageSize() {
        ImageSize first = shape(0);
        boolean alike = IntStream.range(1, size()).parallel().allMatch(i -> shape(i).equals(first));
        return alike ? Optional.of(first) : Optional.empty();
    }

    private ImageSize shape(int index) {
        ImageSize size = EncodedImage.size(files.path(index));
        return new ImageSize(channels, size.height(), size.width());
    }

    @Override
    public int size() {
        return files.size();
    }

    @Override
    public int label(int index) {
        return files.label(index);
    }

    /** @throws BadFile if the file is damaged */
    @Override
    public void read(int index, Picture into) {
        EncodedImage.read(files.path(index), channels, into);
    }
}
