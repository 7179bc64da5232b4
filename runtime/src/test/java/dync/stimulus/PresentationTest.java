package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.data.Parity;
import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import dync.stimulus.course.Pattern;
import dync.stimulus.course.Span;
import dync.stimulus.course.Throughout;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class PresentationTest {
    private static Schedule schedule(String pattern, double reaction, int steps, double stepMs, int latency) {
        return Schedule.of(
                new Pattern(pattern, false).moments(steps, stepMs, new Random(0)), stepMs, reaction, latency);
    }

    private static String shown(Schedule schedule) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < schedule.steps(); t++) {
            text.append(schedule.shown(t) ? '1' : '0');
        }
        return text.toString();
    }

    private static String asked(Schedule schedule) {
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < schedule.steps(); t++) {
            text.append(schedule.asked(t) ? '?' : '-');
        }
        return text.toString();
    }

    @Test
    void aPatternIsStretchedOverTheRunAndNotRepeated() {
        assertThat(shown(schedule("1011", 0, 10, 2, 0))).isEqualTo("1110011111");
        assertThat(shown(schedule("101", 0, 9, 2, 0))).isEqualTo("111000111");
        assertThat(shown(schedule("110100", 0, 4, 2, 0))).isEqualTo("1110");
    }

    @Test
    void theReactionTimeFollowsEveryOnset() {
        assertThat(asked(schedule("1011", 4, 10, 2, 0))).isEqualTo("--?----???");
        assertThat(asked(schedule("1", 5, 6, 2, 0))).isEqualTo("---???");
        assertThat(asked(schedule("1", 1e12, 6, 2, 0))).isEqualTo("------");
    }

    @Test
    void theLatencyProlongsTheRunAndPostponesTheQuestions() {
        Schedule late = schedule("1001", 2, 12, 1, 6);
        assertThat(shown(late)).isEqualTo("111000000111000000");
        assertThat(asked(late)).isEqualTo("--------?--------?");
    }

    @Test
    void aShuffledPatternHasTheSameEntriesInAnOrderOfTheSeed() {
        Pattern shuffled = new Pattern("11100", true);
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < 100; seed++) {
            String once = shown(Schedule.of(shuffled.moments(5, 1, new Random(seed)), 1, 0, 0));
            assertThat(shuffled.moments(5, 1, new Random(seed))).isEqualTo(shuffled.moments(5, 1, new Random(seed)));
            assertThat(once.chars().filter(c -> c == '1').count()).isEqualTo(3);
            seen.add(once);
        }
        assertThat(seen).hasSize(10);
    }

    @Test
    void anImageIsNeverCopiedOverTime() {
        try (PointerScope scope = new PointerScope()) {
            Tensor image = torch.ones(2, 1, 3, 3);
            Stimulus still = schedule("1", 0, 5, 1, 0).stimulus(image, 0);
            assertThat(still.frame("input", 4)).isSameAs(still.frame("input", 0));
            assertThat(Tensors.values(still.frame("input", 4))).containsExactly(Tensors.values(image));
            Stimulus flashed = schedule("101", 0, 6, 1, 2).stimulus(image, 0.25f);
            assertThat(flashed.steps()).isEqualTo(8);
            assertThat(flashed.frame("input", 0)).isSameAs(flashed.frame("input", 5));
            assertThat(Tensors.values(flashed.frame("input", 0))).containsExactly(Tensors.values(image));
            assertThat(flashed.frame("input", 2)).isSameAs(flashed.frame("input", 7));
            assertThat(Tensors.values(flashed.frame("input", 2)))
                    .containsOnly(0.25)
                    .hasSize(18);
        }
    }

    @Test
    void aPatternOfAnythingElseIsRefused() {
        for (String pattern : new String[] {"", "1 0", "12", "on"}) {
            assertThatThrownBy(() -> new Pattern(pattern, false))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("'" + pattern + "'");
        }
    }

    @Test
    void aReactionTimeIsNotNegative() {
        for (double reaction : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new PresentationSettings(
                            Span.NONE,
                            new Throughout(),
                            reaction,
                            0,
                            1,
                            PresentationSettings.About.DATA,
                            Optional.empty()))
                    .isInstanceOf(UserError.class)
                    .hasMessage("a reaction time of " + reaction + " ms is not possible");
        }
    }

    @Test
    void agreesWithTheRecordedReference() {
        try (TensorFile file = Safetensors.open(Parity.file("masks_table"));
                PointerScope scope = new PointerScope()) {
            var rows = JsonParser.parseString(file.metadata().get("rows")).getAsJsonArray();
            assertThat(rows).hasSize(16);
            for (JsonElement row : rows) {
                compare(file, row.getAsJsonObject());
            }
        }
    }

    private static void compare(TensorFile file, JsonObject row) {
        String index = row.get("index").getAsString() + "/";
        float blank = row.has("non_input_value") ? row.get("non_input_value").getAsFloat() : 0;
        int latency = (int) Tensors.values(file.read(index + "n_residual_timesteps"))[0];
        Schedule schedule = schedule(
                pattern(row.get("data_presentation_pattern")),
                row.get("loss_reaction_time").getAsDouble(),
                row.get("n_timesteps").getAsInt(),
                row.get("dt").getAsDouble(),
                latency);
        int[] classes = {
            row.get("labels").getAsJsonArray().get(0).getAsInt(),
            row.get("labels").getAsJsonArray().get(1).getAsInt()
        };
        long[] labels = new long[2 * schedule.steps()];
        schedule.spread(classes, 2, labels);
        assertThat(Arrays.stream(labels).asDoubleStream().toArray())
                .as("labels of row " + index)
                .containsExactly(Tensors.values(file.read(index + "processed_labels")));

        double bright = Tensors.values(file.read(index + "stimulus_value"))[0];
        double[] frames = new double[schedule.steps()];
        Arrays.setAll(frames, t -> schedule.shown(t) ? bright : blank);
        assertThat(frames)
                .as("frames of row " + index)
                .containsExactly(Tensors.values(file.read(index + "processed_input_frame0_value")));
    }

    private static String pattern(JsonElement written) {
        if (!written.isJsonArray()) {
            return written.getAsString();
        }
        StringBuilder entries = new StringBuilder();
        written.getAsJsonArray().forEach(entry -> entries.append(entry.getAsInt()));
        return entries.toString();
    }
}
