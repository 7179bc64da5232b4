package dync.train.metric;

import dync.runtime.DynModel;
import dync.runtime.weights.Weight;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the weights of a model spread. */
public final class WeightReport {
    private WeightReport() {}

    /** All weights by name, those that are not trained, too. */
    public static Map<String, Spread> of(DynModel model) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (Weight weight : model.weights().values()) {
            spreads.put(weight.name(), Spread.of(weight.tensor()));
        }
        return spreads;
    }
}
