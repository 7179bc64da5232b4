package dync.cli;

import dync.Dyn;
import dync.compiler.plan.PlanKind;
import dync.data.Dataset;
import dync.data.ImageSize;
import dync.experiment.Experiment;
import dync.experiment.ExperimentReader;
import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.weights.Weights;
import dync.runtime.weights.torch.TorchFile;
import dync.train.Loaders;
import dync.train.Readiness;
import dync.train.RunFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** An experiment with its model compiled for its data, and everything held against each other: all that comes before a run. */
record Prepared(Experiment experiment, Dyn dyn, Dataset images, FittedModel fitted, DynModel net)
        implements AutoCloseable {

    /**
     * Prepares a run, and shows the compiler's warnings.
     *
     * @param classes where methods of primitives are
     * @throws dync.runtime.UserError if anything does not fit
     * @throws dync.DynException if the model does not compile
     */
    static Prepared of(Runs common, Experiment experiment, PlanKind plan, ClassLoader classes) {
        Dyn dyn = common.dyn(experiment).plan(plan);
        dyn.compiled();
        Dataset images = common.data(experiment.data());
        ImageSize seen = Loaders.imageSize(images, experiment.transforms());
        FittedModel fitted = FittedModel.of(dyn, images, seen);
        common.show(dyn);
        DynModel net = Dyn.load(fitted.compiled(), classes);
        try {
            experiment.model().weights().ifPresent(file -> check(net, file));
            Readiness.check(net, images, experiment);
            return new Prepared(experiment, dyn, images, fitted, net);
        } catch (RuntimeException unfit) {
            net.close();
            throw unfit;
        }
    }

    private static void check(DynModel net, Path weights) {
        if (TorchFile.isOne(weights)) {
            throw new BadFile(
                    weights,
                    "has the names of another program",
                    "dync import takes its weights: dync import MODEL " + weights + " -o OUT.safetensors");
        }
        Weights.load(net, weights);
    }

    /** Settles what was left open, so that a default which changes later does not change the run. */
    void settle(ExperimentReader reader) {
        reader.set("model.file", sourceName(), RunFolder.KEPT)
                .set("model.name", fitted.compiled().model().name(), RunFolder.KEPT);
        fitted.added().forEach((parameter, value) -> reader.set("set." + parameter, value, "default of the model"));
        fitted.fromData().forEach((parameter, value) -> reader.set("set." + parameter, value, "from the data"));
    }

    /** The texts that the model is made of, by where a copy of them belongs: modules lie below the file that imports them. */
    Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(sourceName(), dyn.source().text());
        Path folder = Path.of(dyn.source().name()).toAbsolutePath().getParent();
        dyn.compilation().imported().stream()
                .filter(module -> !module.isStandard())
                .forEach(module -> sources.put(
                        folder.relativize(Path.of(module.name()).toAbsolutePath())
                                .toString(),
                        module.text()));
        return sources;
    }

    /** The file name of the model's text. */
    String sourceName() {
        return Path.of(dyn.source().name()).getFileName().toString();
    }

    @Override
    public void close() {
        net.close();
    }
}
