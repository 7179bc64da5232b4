package dync.data.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.data.Picture;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each transform against what torchvision made of the same images: {@code src/test/python/torchvision_transforms.py}. */
class TorchvisionTest {
    private static JsonObject recorded() throws IOException {
        try (Reader in = new InputStreamReader(
                TorchvisionTest.class.getResourceAsStream("torchvision.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(in).getAsJsonObject();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTransformDoesWhatTorchvisionDoes() throws IOException {
        JsonObject all = recorded();
        return all.getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(one -> DynamicTest.dynamicTest(
                        one.get("transform").getAsString() + " "
                                + one.get("image").getAsString() + " " + one.get("parameters"),
                        () -> compare(
                                one,
                                all.getAsJsonObject("images")
                                        .getAsJsonObject(one.get("image").getAsString()))));
    }

    private static void compare(JsonObject one, JsonObject image) {
        Canvas canvas = new Canvas();
        fill(canvas.picture(), image);
        apply(one.get("transform").getAsString(), new Parameters(one.getAsJsonObject("parameters")), canvas);
        Picture got = canvas.picture();
        JsonArray size = one.getAsJsonArray("size");
        assertThat(new int[] {got.channels(), got.height(), got.width()})
                .containsExactly(
                        size.get(0).getAsInt(),
                        size.get(1).getAsInt(),
                        size.get(2).getAsInt());
        JsonArray values = one.getAsJsonArray("values");
        for (int i = 0; i < got.size(); i++) {
            assertThat(got.values()[i])
                    .as("value %d", i)
                    .isCloseTo(values.get(i).getAsFloat(), within(2e-6f));
        }
    }

    private static void fill(Picture picture, JsonObject image) {
        JsonArray size = image.getAsJsonArray("size");
        picture.shape(
                size.get(0).getAsInt(), size.get(1).getAsInt(), size.get(2).getAsInt());
        for (int i = 0; i < picture.size(); i++) {
            picture.values()[i] = image.getAsJsonArray("values").get(i).getAsFloat();
        }
    }

    private record Parameters(JsonObject all) {
        int whole(String name) {
            return all.get(name).getAsInt();
        }

        double number(String name) {
            return all.get(name).getAsDouble();
        }
    }

    private static void apply(String transform, Parameters given, Canvas canvas) {
        Draws draws = new Draws();
        switch (transform) {
            case "resize" -> {
                Optional<Integer> width =
                        given.all().has("width") ? Optional.of(given.whole("width")) : Optional.empty();
                new Resize(given.whole("size"), width).apply(canvas, draws);
            }
            case "center_crop" -> new CenterCrop(given.whole("size"), Optional.empty()).apply(canvas, draws);
            case "resized_crop" ->
                Resampling.resize(
                        canvas,
                        given.whole("top"),
                        given.whole("left"),
                        given.whole("height"),
                        given.whole("width"),
                        given.whole("size"),
                        given.whole("size"));
            case "warp" ->
                Warp.apply(
                        canvas,
                        given.number("angle"),
                        given.number("right"),
                        given.number("down"),
                        given.number("scale"),
                        given.number("shear"),
                        Interpolation.valueOf(
                                given.all().get("interpolation").getAsString().toUpperCase(Locale.ROOT)),
                        given.number("fill"));
            case "brightness" -> Colours.brightness(canvas.picture(), given.number("factor"));
            case "contrast" -> Colours.contrast(canvas.picture(), given.number("factor"));
            case "saturation" -> Colours.saturation(canvas.picture(), given.number("factor"));
            case "hue" -> Colours.hue(canvas.picture(), given.number("turn"));
            case "greyscale" -> new Greyscale(given.whole("channels")).apply(canvas, draws);
            case "flip_horizontal" -> new FlipHorizontal(1).apply(canvas, draws);
            case "flip_vertical" -> new FlipVertical(1).apply(canvas, draws);
            case "blur" ->
                new Blur(given.whole("kernel"), given.number("sigma"), given.number("sigma")).apply(canvas, draws);
            case "erase" ->
                Areas.blank(
                        canvas.picture(),
                        given.whole("top"),
                        given.whole("left"),
                        given.whole("height"),
                        given.whole("width"),
                        given.number("fill"));
            default -> throw new IllegalArgumentException("no transform " + transform);
        }
    }
}
