package dync.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dync.Dyn;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The compiler's golden models run, and every value is there exactly when the compiler said it would be. */
class GeneratedModelsTest {
    private static final int STEPS = 12;

    @TestFactory
    Stream<DynamicTest> golden_models_run() throws IOException {
        try (Stream<Path> files = Files.list(Models.ROOT.resolve("compiler/src/test/dyn/ok"))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".dyn"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            List<DynamicTest> tests = new ArrayList<>();
            for (Path file : found) {
                Dyn compilation = compilation(file);
                for (String model : compilation.models()) {
                    tests.add(DynamicTest.dynamicTest(
                            file.getFileName() + " " + model, () -> run(compilation.model(model))));
                }
            }
            return tests.stream();
        }
    }

    private static Dyn compilation(Path file) throws IOException {
        Dyn compilation = Dyn.compile(file);
        String first = Files.readString(file).lines().findFirst().orElseThrow();
        if (first.startsWith("// set: ")) {
            for (String setting : first.substring("// set: ".length()).split(",")) {
                compilation = compilation.set(setting.split("=")[0].trim(), setting.split("=")[1].trim());
            }
        }
        return compilation;
    }

    private static void run(Dyn compilation) {
        try (PointerScope scope = new PointerScope();
                DynModel model = compilation.load()) {
            model.initialise(1);
            torch.manual_seed(1);
            boolean[] shown = {true, true, false, true, false, false, true, true, true, true, false, true};
            try (Responses responses = model.forward(
                    new Random(model.info(), shown), Recording.all().withGradient())) {
                for (ModelInfo.Area area : model.info().areas()) {
                    present(responses, model.info(), area.name(), area.firstStep());
                    finite(area.name(), responses.response(area.name()));
                }
                for (ModelInfo.Readout readout : model.info().readouts()) {
                    present(responses, model.info(), readout.name(), readout.firstStep());
                    finite(readout.name(), responses.answer(readout.name()));
                }
                Tensor sum = torch.zeros(1);
                for (ModelInfo.Readout readout : model.info().readouts()) {
                    sum = sum.add(responses.answer(readout.name()).square().sum());
                }
                sum.backward();
            }
        }
    }

    private static void finite(String name, Tensor values) {
        assertThat(Arrays.stream(Numbers.of(values))).as(name).allMatch(Double::isFinite);
    }

    private static void present(Responses responses, ModelInfo info, String name, int first) {
        if (first == ModelInfo.AT_RUN_TIME) {
            return;
        }
        boolean[] present = responses.present(name);
        for (int step = 0; step < STEPS; step++) {
            assertThat(present[step]).as("%s at step %d", name, step).isEqualTo(step + info.idle() >= first);
        }
    }

    /** Random frames; the input named image has gaps where the model allows them. */
    private record Random(ModelInfo info, boolean[] shown) implements Stimulus {
        @Override
        public int steps() {
            return STEPS;
        }

        @Override
        public long batch() {
            return 2;
        }

        @Override
        public Tensor frame(String input, int step) {
            ModelInfo.Input declared = info.input(input).orElseThrow();
            boolean gap = info.name().equals("Gaps") && input.equals("image") && !shown[step];
            return gap ? null : torch.rand(2, declared.channels(), declared.height(), declared.width());
        }
    }
}
