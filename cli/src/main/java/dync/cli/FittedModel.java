package dync.cli;

import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.compiler.evaluate.Describe;
import dync.compiler.model.Model;
import dync.data.Dataset;
import dync.data.ImageSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A model whose image size, channels and number of classes follow a data set where the user has not set them.
 *
 * @param added what every other parameter is that the user has not set, written as in the language: a run folder holds
 *     them all, so that a default which changes later does not change the run
 * @param fromData parameters that follow the data set
 */
record FittedModel(CompiledModel compiled, Map<String, String> added, Map<String, String> fromData) {

    /** @throws dync.DynException if the model does not compile */
    static FittedModel of(Dyn dyn, Dataset data, ImageSize seen) {
        Map<String, Integer> sizes = Map.of(
                "channels", seen.channels(),
                "height", seen.height(),
                "width", seen.width(),
                "n_classes", data.classes().size());
        Set<String> open = dyn.compiled().model().parameters().stream()
                .filter(parameter -> parameter.origin() == Model.Origin.DEFAULT)
                .map(Model.Parameter::name)
                .collect(Collectors.toSet());
        Dyn fitted = dyn;
        for (String name : open) {
            if (sizes.containsKey(name)) {
                fitted = fitted.set(name, sizes.get(name).toString());
            }
        }
        CompiledModel compiled = fitted.compiled();
        Map<String, String> added = new LinkedHashMap<>();
        Map<String, String> fromData = new LinkedHashMap<>();
        for (Model.Parameter parameter : compiled.model().parameters()) {
            if (open.contains(parameter.name())) {
                (sizes.containsKey(parameter.name()) ? fromData : added)
                        .put(parameter.name(), Describe.written(parameter.value()));
            }
        }
        return new FittedModel(compiled, added, fromData);
    }
}
