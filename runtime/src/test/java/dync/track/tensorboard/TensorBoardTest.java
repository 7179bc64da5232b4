package dync.track.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TensorBoard's own reader, where the Python that {@code DYNC_PYTHON} names, or python3, has it. */
class TensorBoardTest {
    @TempDir
    Path folder;

    @Test
    void tensorBoardSeesEveryValueAndPicture() throws IOException, InterruptedException {
        String python = Optional.ofNullable(System.getenv("DYNC_PYTHON")).orElse("python3");
        assumeTrue(
                run(python, "-c", "import tensorboard.backend.event_processing.event_accumulator")
                        .isPresent(),
                "no Python with TensorBoard");
        Path script = folder.resolve("read.py");
        try (InputStream in = TensorBoardTest.class.getResourceAsStream("read.py")) {
            Files.copy(in, script);
        }
        Path events = folder.resolve("events");
        Samples.write(events);

        JsonObject seen = JsonParser.parseString(
                        run(python, script.toString(), events.toString()).orElseThrow())
                .getAsJsonObject();

        assertThat(seen.get("scalars"))
                .hasToString("{\"train/loss\":[[10,2.5],[20,1.5],[30,1.25]],\"validation/accuracy\":[[20,0.75]]}");
        assertThat(seen.get("images"))
                .hasToString("{\"test/stimuli\":[[30,16,8,\""
                        + HexFormat.of().formatHex(Samples.picture().bytes().toArray()) + "\"]]}");
        assertThat(seen.get("histograms"))
                .hasToString("{\"weights/V1\":[[30,8.0,[1.0,0.0,5.0,2.0]]],\"weights/still\":[[30,4.0,[4.0,0.0]]]}");
        assertThat(seen.get("texts")).hasToString("{\"run\":[\"# DyRCNNx4\\n\\nwith *full* recurrence\"]}");
        assertThat(seen.get("hparams").getAsJsonObject().get("rate").getAsDouble())
                .isEqualTo(0.002);
        assertThat(seen.get("hparams").getAsJsonObject().get("model").getAsString())
                .isEqualTo("DyRCNNx4");
    }

    private static Optional<String> run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException none) {
            return Optional.empty();
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(out) : Optional.empty();
    }
}
