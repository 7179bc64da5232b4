package dync.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.Dyn;
import dync.runtime.DynModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text that stands for a layer is right for every layer that the reference can build, recorded or not. */
class RecurrentLayerTest {
    private static final Map<String, List<String>> CONVOLUTIONS = Map.of(
            "self", List.of(),
            "full", List.of("recurrence.conv"),
            "depthpointwise", List.of("recurrence.depthwise_conv", "recurrence.pointwise_conv"),
            "pointdepthwise", List.of("recurrence.pointwise_conv", "recurrence.depthwise_conv"),
            "local", List.of("recurrence.conv"),
            "localdepthwise", List.of("recurrence.local_conv.conv", "recurrence.patchy_conv"));

    static Stream<Arguments> layers() {
        return CONVOLUTIONS.keySet().stream()
                .flatMap(kind -> Stream.of("input", "middle", "output").flatMap(target -> Stream.of(false, true)
                        .map(normed -> Arguments.of(kind, target, normed && !kind.equals("self")))))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("layers")
    void every_weight_of_the_reference_has_one_here(String kind, String target, boolean normed) {
        boolean two = target.equals("middle");
        String mid = two ? "\"mid_channels\": 4, \"mid_modules\": \"nn.GroupNorm(2, 4)\", " : "";
        String norm = normed ? "\"parametrization\": \"torch.nn.utils.parametrizations.weight_norm\", " : "";
        Settings given = settings("{" + mid + norm + "\"out_channels\": 4, \"kernel_size\": 5, \"stride\": 2, "
                + "\"recurrence_type\": \"" + kind + "\", \"recurrence_target\": \"" + target + "\", "
                + "\"recurrence_kernel_size\": 3, \"t_recurrence\": 3, \"t_feedforward\": 1}");
        Set<String> weights = weights(kind, two, normed);
        RecurrentLayer layer = new RecurrentLayer(given, weights, false);
        Written text = new Written("Layer", layer.clock(), 8)
                .input("input", List.of(2L, 8L, 4L, 12L, 10L), false)
                .line("area response {")
                .lines(layer.steps())
                .line("emit(delay = " + layer.delay(8) + ")")
                .line("}")
                .line("readout all { flatten }");
        given.complete();
        Names names = layer.names(new Names(), "", "response");
        try (DynModel model = Dyn.compile(text.file()).load()) {
            assertThat(weights.stream().map(name -> names.apply(name).orElseThrow()))
                    .containsExactlyInAnyOrderElementsOf(model.weights().keySet());
        }
    }

    @Test
    void what_the_language_does_not_say_is_no_rule() {
        assertThatThrownBy(() ->
                        layer("{\"kernel_size\": [5, 3], \"out_channels\": 4}").steps())
                .isInstanceOf(OutOfScope.class)
                .hasMessageContaining("two numbers for the kernel_size of one convolution");
        assertThatThrownBy(() -> layer("{\"kernel_size\": 3, \"integration_strategy\": \"f\"}")
                        .steps())
                .isInstanceOf(OutOfScope.class)
                .hasMessageContaining("the integration f");
        assertThatThrownBy(() -> layer("{\"kernel_size\": 3, \"mid_modules\": \"nn.LSTM(3)\"}")
                        .steps())
                .isInstanceOf(OutOfScope.class)
                .hasMessageContaining("the layer nn.LSTM(3)");
    }

    private static RecurrentLayer layer(String settings) {
        return new RecurrentLayer(settings(settings), Set.of("conv.weight", "recurrence.weight"), false);
    }

    private static Settings settings(String json) {
        return new Settings((JsonObject) JsonParser.parseString(json));
    }

    private static Set<String> weights(String kind, boolean two, boolean normed) {
        Set<String> names = new LinkedHashSet<>();
        Stream<String> forward = two ? Stream.of("conv", "conv2") : Stream.of("conv");
        Stream.concat(forward, CONVOLUTIONS.get(kind).stream()).forEach(module -> {
            names.add(module + ".bias");
            if (normed) {
                names.add(module + ".parametrizations.weight.original0");
                names.add(module + ".parametrizations.weight.original1");
            } else {
                names.add(module + ".weight");
            }
        });
        if (two) {
            names.addAll(List.of("mid_modules.weight", "mid_modules.bias"));
        }
        if (kind.equals("self")) {
            names.addAll(List.of("recurrence.weight", "recurrence.bias"));
        }
        return names;
    }
}
