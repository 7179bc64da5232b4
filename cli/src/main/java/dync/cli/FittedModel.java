package dync.cli;

import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.compiler.evaluate.Describe;
import dync.compiler.model.Model;
import dync.data.Dataset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model whose image size, channels and number of classes follow a data set where the user has not set them.
 *
 * @param settings every parameter with the value that it has, written as in the language: a run folder holds them all,
 *     so that a default which changes later does not change the run
 */
record FittedModel(CompiledModel compiled, Map<String, String> settings) {

    /** @throws dync.DynException if the model does not compile */
    static FittedModel of(Dyn dyn, Dataset data) {
        Map<String, Integer> sizes = new HashMap<>();
        sizes.put("channels", data.channels());
        data.imageSize().ifPresent(size -> {
            sizes.put("height", size.height());
            sizes.put("width", size.width());
        });
        sizes.put("n_classes", data.classes().size());
        Dyn fitted = dyn;
        for (Model.Parameter parameter : dyn.compiled().model().parameters()) {
            if (sizes.containsKey(parameter.name()) && parameter.origin() == Model.Origin.DEFAULT) {
                fitted =
                        fitted.set(parameter.name(), sizes.get(parameter.name()).toString());
            }
        }
        CompiledModel compiled = fitted.compiled();
        Map<String, String> settings = new LinkedHashMap<>();
        compiled.model()
                .parameters()
                .forEach(parameter -> settings.put(parameter.name(), Describe.written(parameter.value())));
        return new FittedModel(compiled, settings);
    }
}
