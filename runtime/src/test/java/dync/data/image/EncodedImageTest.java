package dync.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.data.ImageSize;
import dync.data.Picture;
import dync.data.Samples;
import dync.runtime.BadFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedImageTest {
    @TempDir
    Path folder;

    private static JsonObject pillow() throws IOException {
        return JsonParser.parseString(Files.readString(Samples.path("image/pillow.json")))
                .getAsJsonObject();
    }

    static Stream<String> samples() throws IOException {
        return pillow().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void decodesWhatPillowDecodes(String name) throws IOException {
        JsonObject expected = pillow().getAsJsonObject(name);
        JsonArray shape = expected.getAsJsonArray("shape");
        JsonArray values = expected.getAsJsonArray("values");
        Picture picture = new Picture();
        EncodedImage.read(Samples.path("image/" + name), 3, picture);
        assertThat(picture.height()).isEqualTo(shape.get(0).getAsInt());
        assertThat(picture.width()).isEqualTo(shape.get(1).getAsInt());
        assertThat(EncodedImage.size(Samples.path("image/" + name)).height()).isEqualTo(picture.height());
        // decoders of JPEG round differently
        float tolerance = name.endsWith(".jpg") ? 4.1f / 255 : 2e-5f;
        for (int i = 0; i < picture.size(); i++) {
            assertThat(picture.values()[i])
                    .as("value %d of %s", i, name)
                    .isCloseTo(values.get(i).getAsFloat(), within(tolerance));
        }
    }

    @Test
    void channelsAreThoseThatAreStored() {
        assertThat(EncodedImage.size(Samples.path("image/grey.png"))).isEqualTo(new ImageSize(1, 10, 12));
        assertThat(EncodedImage.size(Samples.path("image/grey.jpg"))).isEqualTo(new ImageSize(1, 10, 12));
        assertThat(EncodedImage.size(Samples.path("image/cmyk.jpg"))).isEqualTo(new ImageSize(3, 10, 12));
        assertThat(EncodedImage.size(Samples.path("image/turned6.jpg"))).isEqualTo(new ImageSize(3, 12, 10));
    }

    @Test
    void coloursBecomeGreyByTheirLuminance() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        image.setRGB(1, 0, 0x00ff00);
        image.setRGB(2, 0, 0x0000ff);
        Path file = folder.resolve("a.png");
        ImageIO.write(image, "png", file.toFile());
        Picture picture = new Picture();
        EncodedImage.read(file, 1, picture);
        assertThat(picture.values()).startsWith(0.299f, 0.587f, 0.114f);
    }

    @Test
    void theContentsTellTheFormatAndNotTheName() throws IOException {
        // one of the images of ImageNet is a PNG that is called JPEG
        Path file = Files.copy(Samples.path("image/rgb.png"), folder.resolve("n02105855_2933.JPEG"));
        Picture picture = new Picture();
        EncodedImage.read(file, 3, picture);
        assertThat(picture.width()).isEqualTo(12);
    }

    @Test
    void absurdSizesAreRefusedBeforeAnythingIsSetAside() throws IOException {
        byte[] png = Files.readAllBytes(Samples.path("image/rgb.png"));
        png[16] = 0x7f;
        png[20] = 0x7f;
        Path file = Files.write(folder.resolve("bomb.png"), png);
        assertThatThrownBy(() -> EncodedImage.read(file, 3, new Picture()))
                .isInstanceOfSatisfying(
                        BadFile.class, bad -> assertThat(bad.help()).isPresent())
                .hasMessageContaining("bomb.png: announces 2130706444×2130706442 pixels");
    }
}
