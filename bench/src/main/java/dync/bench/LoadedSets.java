package dync.bench;

import dync.data.Dataset;
import dync.data.Images;
import dync.data.Picture;
import dync.data.Split;
import dync.data.pack.Encoding;
import dync.data.pack.PackListener;
import dync.data.pack.PackPlan;
import dync.data.pack.Packer;
import dync.data.synthetic.Shapes;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** The same computed images for both sides: packed, as bytes in one file, and as JPEG files in a folder for each class. */
record LoadedSets(Path folder) implements AutoCloseable {
    private static final PackListener SILENT = new PackListener() {
        @Override
        public void packed(int done, int all) {}

        @Override
        public void note(String line) {}
    };

    static LoadedSets make(Path folder) throws IOException {
        LoadedSets sets = new LoadedSets(folder);
        Dataset small = new Shapes(3, 32, 32, LoadingTask.CROP32.images(), 10, 1);
        Dataset large = new Shapes(3, 256, 256, LoadingTask.RAW224.images(), 10, 1);
        new Packer(small, PackPlan.AS_THEY_ARE).write(folder.resolve("32.pack"), SILENT, () -> false);
        new Packer(large, PackPlan.AS_THEY_ARE).write(folder.resolve("256.pack"), SILENT, () -> false);
        new Packer(large, new PackPlan(Optional.empty(), false, new Encoding.Jpeg(75)))
                .write(folder.resolve("256.jpeg.pack"), SILENT, () -> false);
        sets.bytes(small, folder.resolve("32.bytes"));
        sets.bytes(large, folder.resolve("256.bytes"));
        sets.files(large, folder.resolve("jpeg"));
        return sets;
    }

    Path packed(LoadingTask task) {
        String encoding = task == LoadingTask.JPEG224 ? ".jpeg" : "";
        return folder.resolve((task.small() ? "32" : "256") + encoding + ".pack");
    }

    Path peer(LoadingTask task) {
        if (task.peer().startsWith("jpeg")) {
            return folder.resolve("jpeg");
        }
        return folder.resolve(task.small() ? "32.bytes" : "256.bytes");
    }

    private void bytes(Dataset set, Path file) throws IOException {
        Images images = set.images(Split.TRAIN);
        Picture picture = new Picture();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < images.size(); i++) {
                images.read(i, picture);
                for (int v = 0; v < picture.size(); v++) {
                    out.write(Math.round(picture.values()[v] * 255));
                }
            }
        }
    }

    private void files(Dataset set, Path to) throws IOException {
        Images images = set.images(Split.TRAIN);
        Picture picture = new Picture();
        for (int i = 0; i < images.size(); i++) {
            images.read(i, picture);
            BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < picture.width() * picture.height(); p++) {
                int colour = 0;
                for (int c = 0; c < 3; c++) {
                    colour = colour << 8 | Math.round(picture.values()[3 * p + c] * 255);
                }
                image.setRGB(p % picture.width(), p / picture.width(), colour);
            }
            Path folderOfClass = Files.createDirectories(to.resolve(String.valueOf(images.label(i))));
            ImageIO.write(image, "jpeg", folderOfClass.resolve(i + ".jpg").toFile());
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
