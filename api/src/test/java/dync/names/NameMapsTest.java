package dync.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.Dyn;
import dync.compiler.graph.Graph;
import dync.compiler.graph.WeightSpec;
import dync.compiler.library.Zoo;
import dync.compiler.model.Setting;
import dync.runtime.BadFile;
import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NameMapsTest {
    @TempDir
    Path folder;

    /** Each model of the library by its own settings, and the recurrent ones with every kind of connection. */
    static Stream<Arguments> models() {
        Stream<Arguments> plain = Zoo.entries().stream()
                .filter(entry ->
                        !entry.name().equals("ResNet1202") && !entry.name().equals("ResNetx4"))
                .map(entry -> Arguments.of(entry.name(), List.of()));
        List<String> kinds = List.of("self", "depthpointwise", "pointdepthwise", "local", "localdepthwise");
        Stream<Arguments> recurrent = Stream.of("DyRCNNx2", "DyRCNNx4", "DyRCNNx8")
                .flatMap(model -> kinds.stream()
                        .map(kind -> Arguments.of(
                                model,
                                List.of(
                                        new Setting("rctype", kind),
                                        new Setting("feedback", "true"),
                                        new Setting("use_retina", "true"),
                                        new Setting("inadapt", "0.5")))));
        return Stream.concat(plain, recurrent);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_model_has_a_map_that_names_each_weight_once_and_back_again(String model, List<Setting> settings) {
        Set<String> weights = weights(model, settings);
        List<NameMap> maps = NameMaps.all().stream()
                .filter(map -> map.models().contains(model))
                .toList();

        assertThat(maps).as("maps for %s", model).isNotEmpty();
        for (NameMap map : maps) {
            WeightExport.Names names = WeightExport.names(List.of(map), model, weights);
            assertThat(names.nameless()).as("no name in %s", map).isEmpty();
            assertThat(names.clashes()).as("one name for two in %s", map).isEmpty();
            names.names().forEach((weight, abroad) -> assertThat(map.land(abroad.name(), weights))
                    .as("%s, which is %s", abroad.name(), weight)
                    .isEqualTo(new NameMap.Lands(weight)));
            Set<String> all = new LinkedHashSet<>(names.names().keySet());
            all.addAll(names.kept().keySet());
            assertThat(all).isEqualTo(weights);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "torchvision, ResNet50, layer3.5.bn3.running_var, layer3.Bottleneck_6.batchnorm_3.running_var",
        "torchvision, ResNet18, layer2.0.downsample.1.weight, layer2.Basic.Shortcut.batchnorm.weight",
        "torchvision, AlexNet, features.10.bias, layer5.conv.bias",
        "cornet, CORnetZ, decoder.linear.weight, classifier.linear.weight",
        "cornet, CORnetRT, IT.norm1.bias, IT.groupnorm_2.bias",
        "cornet, CORnetS, V4.norm2_3.weight, V4.batchnorm_11.weight",
        "cornet, CORnetS, V1.conv2.weight, V1.conv_2.weight",
        "cornet, CORnetS, V2.conv2.weight, V2.conv2.weight",
        "cornet, CORnetS, IT.norm_skip.bias, IT.around.batchnorm.bias",
        "cordsnet, CordsNet, area_conv.0.parametrizations.weight.original0, layer1.recurrent.conv.length",
        "cordsnet, CordsNet, skip_area.2.weight_v, layer8.skip_layer6.conv.weight",
        "dynvision, CordsNet, classifier.3.parametrizations.weight.original0, classifier.linear.length",
        "dynvision, DyRCNNx4, addfeedback_V1.conv.weight, V1.feedback_V4.conv.weight",
        "dynvision, ResNet20, layer2.0.skip.0.weight, layer2.Basic.Shortcut.conv.weight"
    })
    void names_of_the_originals_land_where_they_mean(String origin, String model, String name, String weight) {
        List<Setting> settings = model.startsWith("DyRCNN") ? List.of(new Setting("feedback", "true")) : List.of();
        assertThat(map(origin, model).land(name, weights(model, settings))).isEqualTo(new NameMap.Lands(weight));
    }

    @ParameterizedTest
    @CsvSource({
        "torchvision, ResNet18, layer1.0.bn1.num_batches_tracked",
        "dynvision, DyRCNNx4, addskip_V4.source.recurrence.conv.weight",
        "dynvision, DyRCNNx4, tstep_V1.tau",
        "dynvision, DyRCNNx2, n_residual_timesteps",
        "dynvision, CordsNet, classifier.0.source.conv.parametrizations.weight.original0"
    })
    void what_is_no_weight_is_dropped_with_a_reason(String origin, String model, String name) {
        assertThat(map(origin, model).land(name, weights(model, List.of()))).isInstanceOf(NameMap.Dropped.class);
    }

    @Test
    void an_unknown_origin_is_answered_with_the_nearest() {
        assertThatThrownBy(() -> NameMaps.of("torchvison"))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.help()).contains("did you mean 'torchvision'?"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a -> ; expected for MODELS",
                "a.{w} <-> b ; both sides need the same placeholders",
                "{w <-> {w} ; a brace too many or too few",
                "drop x ; expected for MODELS",
                "a.{w} <-> b.{w} where {x} ; where {x} has a placeholder"
            })
    void a_line_that_is_no_rule_is_named(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.names"), "# mine\n" + line.strip() + "\n");
        assertThatThrownBy(() -> NameMaps.read(file))
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith(file + ": line 2: ")
                .hasMessageContaining(message.strip());
    }

    private static NameMap map(String origin, String model) {
        return NameMaps.of(origin).stream()
                .filter(map -> map.isFor(model))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> weights(String model, List<Setting> settings) {
        Graph graph = Dyn.compile("dyn.models." + model)
                .compilation()
                .graph(model, settings)
                .orElseThrow();
        return graph.weights().stream().map(WeightSpec::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
