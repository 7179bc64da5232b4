package dync.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Picture;
import dync.data.Split;
import dync.runtime.BadFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    Path root;

    /** An image of one grey value, stored in colours or as grey values. */
    private void image(String path, int value, int height, int width, boolean grey) {
        try {
            BufferedImage image = new BufferedImage(
                    width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
            for (int i = 0; i < width * height; i++) {
                for (int c = 0; c < (grey ? 1 : 3); c++) {
                    image.getRaster().setSample(i % width, i / width, c, value);
                }
            }
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            ImageIO.write(image, path.endsWith("png") ? "png" : "jpg", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Dataset read() {
        return ImageFolder.read(root, Optional.empty());
    }

    private static float value(Dataset set, Split split, int index) {
        Picture picture = new Picture();
        set.images(split).read(index, picture);
        return Math.round(picture.values()[0] * 255);
    }

    @Test
    void numberedFoldersAreCountedAndNotSpelled() {
        for (int i = 0; i < 12; i++) {
            image("train/" + i + "/a.png", 10 * i, 4, 4, false);
            image("test/" + i + "/a.png", 10 * i + 1, 4, 4, false);
        }
        Dataset set = read();
        assertThat(set.classes()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        assertThat(set.images(Split.TRAIN).label(10)).isEqualTo(10);
        assertThat(value(set, Split.TRAIN, 10)).isEqualTo(100);
        assertThat(value(set, Split.TEST, 2)).isEqualTo(21);
        assertThat(set.imageSize()).contains(new ImageSize(3, 4, 4));
    }

    @Test
    void sizesMayVary() {
        image("train/a/1.png", 1, 4, 6, false);
        image("train/a/2.png", 2, 5, 3, false);
        image("val/a/1.png", 3, 4, 4, false);
        Dataset set = read();
        assertThat(set.imageSize()).isEmpty();
        Picture picture = new Picture();
        set.images(Split.TRAIN).read(1, picture);
        assertThat(picture.height()).isEqualTo(5);
        assertThat(picture.width()).isEqualTo(3);
    }

    @Test
    void valIsToTestOnUnlessThereIsATest() {
        image("train/a/1.png", 1, 4, 4, false);
        image("val/a/1.png", 2, 4, 4, false);
        assertThat(value(read(), Split.TEST, 0)).isEqualTo(2);
        assertThat(read().images(Split.VALIDATION).size()).isZero();
        image("test/a/1.png", 3, 4, 4, false);
        assertThat(value(read(), Split.TEST, 0)).isEqualTo(3);
        assertThat(value(read(), Split.VALIDATION, 0)).isEqualTo(2);
    }

    @Test
    void greyImagesHaveOneChannelInEverySplit() {
        image("train/a/1.png", 100, 4, 4, true);
        image("test/a/1.png", 100, 4, 4, true);
        Dataset set = read();
        assertThat(set.channels()).isEqualTo(1);
        for (Split split : new Split[] {Split.TRAIN, Split.TEST}) {
            Picture picture = new Picture();
            set.images(split).read(0, picture);
            assertThat(picture.channels()).isEqualTo(1);
            assertThat(picture.values()[0]).isEqualTo(100 / 255f);
        }
        assertThat(ImageFolder.read(root, Optional.of(3)).channels()).isEqualTo(3);
    }

    @Test
    void theLayoutOfTinyImageNetIsRead() throws IOException {
        image("train/n02/images/n02_0.JPEG", 50, 8, 8, false);
        image("train/n01/images/n01_0.JPEG", 60, 8, 8, false);
        Files.writeString(root.resolve("train/n01/n01_boxes.txt"), "n01_0.JPEG\t0\t0\t1\t1\n");
        image("val/images/val_0.JPEG", 70, 8, 8, false);
        image("val/images/val_1.JPEG", 80, 8, 8, false);
        image("test/images/test_0.JPEG", 90, 8, 8, false);
        Files.writeString(
                root.resolve("val/val_annotations.txt"), "val_1.JPEG\tn01\t0\t0\t9\t9\nval_0.JPEG\tn02\t0\t0\t9\t9\n");
        Files.writeString(root.resolve("words.txt"), "n01\tgoldfish, Carassius auratus\nn03\tbee\nn02\ttailed frog\n");
        Dataset set = read();
        assertThat(set.classIds()).containsExactly("n01", "n02");
        assertThat(set.classes()).containsExactly("goldfish", "tailed frog");
        assertThat(value(set, Split.TRAIN, 1)).isEqualTo(50);
        assertThat(set.images(Split.TEST).size()).isEqualTo(2);
        assertThat(value(set, Split.TEST, 0)).isEqualTo(80);
        assertThat(set.images(Split.TEST).label(0)).isZero();
        Files.writeString(root.resolve("val/val_annotations.txt"), "val_1.JPEG\tn09\t0\n");
        assertThatThrownBy(this::read).isInstanceOf(BadFile.class).hasMessageContaining("line 1");
        Files.writeString(root.resolve("val/val_annotations.txt"), "val\0_1.JPEG\tn01\t0\n");
        assertThatThrownBy(this::read).isInstanceOf(BadFile.class).hasMessageContaining("is not UTF-8 text");
    }

    @Test
    void anotherLayoutIsRefusedWithTheOneThatIsRead() throws IOException {
        assertThatThrownBy(this::read).isInstanceOf(BadFile.class).hasMessageContaining("has no folder 'train'");
        Files.createDirectories(root.resolve("train"));
        assertThatThrownBy(this::read).hasMessageContaining("has no folders in it");
        Files.createDirectories(root.resolve("train/a"));
        assertThatThrownBy(this::read).hasMessageContaining("holds no image that ends in");
        Files.writeString(root.resolve("train/a/x.webp"), "");
        assertThatThrownBy(this::read).hasMessageContaining("only .webp");
        image("train/a/1.png", 1, 4, 4, false);
        image("test/b/1.png", 1, 4, 4, false);
        assertThatThrownBy(this::read).hasMessageContaining("is a class that 'train' does not have");
    }
}
