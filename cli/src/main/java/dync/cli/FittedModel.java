package dync.cli;

import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.compiler.model.Model;
import dync.compiler.model.Setting;
import dync.data.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model whose image size, channels and number of classes follow a data set where the user has not set them.
 *
 * @param settings everything that was set, by the user or after the data set
 */
record FittedModel(CompiledModel compiled, Map<String, String> settings) {

    /** @throws dync.DynException if the model does not compile */
    static FittedModel of(Dyn dyn, List<Setting> given, Dataset data) {
        Map<String, String> settings = new LinkedHashMap<>();
        given.forEach(setting -> settings.put(setting.name(), setting.value()));
        Map<String, Integer> sizes = Map.of(
                "channels", data.channels(),
                "height", data.height(),
                "width", data.width(),
                "n_classes", data.classes().size());
        Dyn fitted = dyn;
        for (Model.Parameter parameter : dyn.compiled().model().parameters()) {
            if (sizes.containsKey(parameter.name()) && parameter.origin() == Model.Origin.DEFAULT) {
                String value = sizes.get(parameter.name()).toString();
                settings.put(parameter.name(), value);
                fitted = fitted.set(parameter.name(), value);
            }
        }
        return new FittedModel(fitted.compiled(), settings);
    }
}
