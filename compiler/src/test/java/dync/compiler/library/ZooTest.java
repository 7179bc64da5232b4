package dync.compiler.library;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Op;
import dync.compiler.model.Setting;
import dync.compiler.source.Source;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every model of the library is right, and has as many parameters as are published or as the reference has. */
class ZooTest {

    @TestFactory
    List<DynamicTest> every_model_compiles_without_a_word() {
        return Zoo.entries().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.name(), () -> graph(entry.name())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> every_model_says_what_it_is() {
        return Zoo.entries().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.name(), () -> assertThat(entry.doc()).isPresent()))
                .toList();
    }

    /** The counts of {@code reference/dynvision.md}, of torchvision, and of the CORnet papers' own code. */
    @ParameterizedTest
    @CsvSource({
        "CORnetZ, 2071656",
        "CORnetRT, 5208940",
        "CORnetS, 53416616",
        "CordsNet, 12475288",
        "AlexNet, 61100840",
        "ResNet18, 11689512",
        "ResNet34, 21797672",
        "ResNet50, 25557032",
        "ResNet101, 44549160",
        "ResNet152, 60192808",
        "ResNet20, 272474",
        "ResNet32, 466906",
        "ResNet44, 661338",
        "ResNet56, 855770",
        "ResNet110, 1730714",
        "ResNet1202, 19424026",
    })
    void parameters_are_as_many_as_published(String model, long parameters) {
        assertThat(parameters(graph(model))).isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "none, output, 22460, 373239, 5043043",
        "self, output, 22464, 373247, 5043051",
        "full, output, 71088, 1143837, 8441453",
        "full, input, 44207, 743651, 6681846",
        "depthpointwise, output, 28952, 464055, 5425199",
        "depthpointwise, input, 25911, 419365, 5236160",
        "pointdepthwise, output, 28952, 464055, 5425199",
        "pointdepthwise, input, 25301, 416835, 5229924",
        "local, output, 22480, 373295, 5043115",
        "localdepthwise, output, 23480, 378065, 5054069",
    })
    void recurrences_bring_the_parameters_of_the_reference(String type, String target, long x2, long x4, long x8) {
        List<Setting> settings = List.of(
                new Setting("rctype", type),
                new Setting("rctarget", target),
                new Setting("skip", "false"),
                new Setting("classes", "10"));
        assertThat(parameters(graph("DyRCNNx2", settings))).isEqualTo(x2);
        assertThat(parameters(graph("DyRCNNx4", settings))).isEqualTo(x4);
        assertThat(parameters(graph("DyRCNNx8", settings))).isEqualTo(x8);
    }

    @ParameterizedTest
    @CsvSource({"DyRCNNx2, 2368, 2340", "DyRCNNx4, 21117, 20840", "DyRCNNx8, 93345, 92768"})
    void skips_and_feedbacks_bring_the_parameters_of_the_reference(String model, long skips, long feedbacks) {
        Setting without = new Setting("skip", "false");
        long none = parameters(graph(model, List.of(without)));
        assertThat(parameters(graph(model, List.of())) - none).isEqualTo(skips);
        assertThat(parameters(graph(model, List.of(without, new Setting("feedback", "true")))) - none)
                .isEqualTo(feedbacks);
    }

    @Test
    void a_model_is_imported_by_its_name_wherever_it_is_declared() {
        Compilation small = Compilation.of(
                new Source("small.dyn", "import dyn.models.ResNet18\nmodel Small = ResNet18(blocks4 = 1)"),
                ModuleFinder.none());
        assertThat(small.model("Small", List.of())).isPresent();
    }

    @Test
    void a_misspelt_name_is_answered_with_the_nearest() {
        assertThat(Zoo.nearest("dyn.models.Resnet18")).contains("dyn.models.ResNet18");
        assertThat(Zoo.nearest("dyn.model.CORnetRT")).contains("dyn.models.CORnetRT");
    }

    /** The parameters of a model: fixed time constants count, as in the reference, and running statistics do not. */
    private static long parameters(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> node.op() instanceof Op.Weight)
                .map(node -> ((Op.Weight) node.op()).spec())
                .filter(spec -> !spec.name().contains(".running_"))
                .mapToLong(spec -> spec.shape().sizes().stream().reduce(1L, (a, b) -> a * b))
                .sum();
    }

    private static Graph graph(String model) {
        return graph(model, List.of());
    }

    private static Graph graph(String model, List<Setting> settings) {
        Zoo.Entry entry = Zoo.find("dyn.models." + model).orElseThrow();
        Compilation compilation = Compilation.of(entry.source(), ModuleFinder.none());
        Graph graph = compilation
                .graph(model, settings)
                .orElseThrow(() -> new AssertionError(compilation.diagnostics().stream()
                        .map(found -> found.primary().span() + ": " + found.message())
                        .toList()));
        assertThat(compilation.diagnostics()).extracting(Diagnostic::message).allMatch(text -> text.contains("delay"));
        return graph;
    }
}
