package dync.data.pack;

import dync.data.Dataset;
import dync.data.Images;
import dync.data.Picture;
import dync.data.Split;
import java.nio.file.Path;
import java.util.Arrays;

/** Packed files for tests. */
final class Packs {
    static final PackListener SILENT = new PackListener() {
        @Override
        public void packed(int done, int all) {}

        @Override
        public void note(String line) {}
    };

    private Packs() {}

    static Path write(Dataset set, PackPlan plan, Path file) {
        new Packer(set, plan).write(file, SILENT, () -> false);
        return file;
    }

    static float[] read(Dataset set, Split split, int image) {
        Images images = set.images(split);
        Picture picture = new Picture();
        images.read(image, picture);
        return Arrays.copyOf(picture.values(), picture.size());
    }
}
