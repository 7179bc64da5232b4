package dync.examples;

import dync.Dyn;
import dync.experiment.Experiment;
import dync.runtime.DynModel;
import dync.runtime.ModelInfo;
import dync.runtime.NoGrad;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.UserError;
import dync.train.RunFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** When the areas of a model answer an image: the program of {@code docs/java.md}. */
final class ResponseLatency {
    private ResponseLatency() {}

    /** @param args the file of a model that takes images of 3×32×32 */
    public static void main(String... args) {
        try (PointerScope scope = new PointerScope();
                DynModel model = Dyn.compile(Path.of(args[0]))
                        .model("SimpleRCNN")
                        .set("tau", "12 ms")
                        .set("trc", "4 ms")
                        .load()) {
            model.initialise(1);
            Tensor images = torch.rand(8, 3, 32, 32);
            of(model, images, 30).forEach((area, ms) -> System.out.printf("%s: %.0f ms%n", area, ms));
        } catch (UserError wrong) {
            System.err.println(wrong.getMessage());
        }
    }

    /**
     * The time at which each area's mean rate has first made half of its way from its least to its greatest value.
     *
     * @param images {@code [B, C, H, W]}, shown for so many steps
     */
    static Map<String, Double> of(DynModel model, Tensor images, int steps) {
        Map<String, Double> latencies = new LinkedHashMap<>();
        model.eval();
        try (NoGrad off = NoGrad.begin();
                Responses responses = model.forward(Stimulus.still(images, steps), Recording.all())) {
            for (ModelInfo.Area area : model.info().areas()) {
                // [B, T, C, H, W], and zeros at the steps before anything had arrived
                Tensor rates = responses.response(area.name());
                Tensor mean = rates.mean(0, 2, 3, 4);
                Tensor way = mean.sub(mean.min()).div(mean.max().sub(mean.min()));
                for (int step = steps - 1; step >= 0; step--) {
                    if (way.select(0, step).item_float() > 0.5) {
                        latencies.put(area.name(), model.info().stepMs() * step);
                    }
                }
            }
        }
        return latencies;
    }

    /** The model of a run, as it was compiled for it, with what it had learned at its last checkpoint. */
    static DynModel trained(Path folder) {
        RunFolder run = RunFolder.open(folder);
        Experiment experiment = run.experiment();
        Dyn dyn = Dyn.compile(experiment.model().file());
        for (Map.Entry<String, String> parameter : experiment.set().entrySet()) {
            dyn = dyn.set(parameter.getKey(), parameter.getValue());
        }
        DynModel model = dyn.load();
        run.load(model, System.err::println);
        return model;
    }
}
