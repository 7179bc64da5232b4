package dync.parity;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.runtime.Responses;
import dync.train.loss.ActivityMeasure;
import dync.train.loss.ActivityPenalty;
import dync.train.loss.CrossEntropyOverTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The losses of a training step, by the names and weights of the reference.
 *
 * @param weights of each criterion
 * @param watched what loss on activity charges
 */
record Criteria(Map<String, Double> weights, List<Watched> watched) {
    private static final String CLASSES = "CrossEntropyLoss";
    private static final String ACTIVITY = "ActivityLoss";

    /**
     * Activity that is charged.
     *
     * @param response the name here
     * @param shared whether one module of the reference sees this and all others: it then divides by the number of units
     *     of the first
     */
    private record Watched(String response, ActivityMeasure measure, boolean shared) {}

    static Criteria of(ParityCase recorded, Settings given) {
        Map<String, Double> weights = new LinkedHashMap<>();
        double order = 1;
        if (given.get("criterion_params").isEmpty()) {
            weights.put(CLASSES, 1.0);
        }
        for (JsonElement stated :
                given.get("criterion_params").map(JsonElement::getAsJsonArray).orElseGet(JsonArray::new)) {
            JsonArray criterion = stated.getAsJsonArray();
            String name = criterion.get(0).getAsString();
            if (!Set.of(CLASSES, ACTIVITY).contains(name)) {
                throw new OutOfScope("no rule for the criterion " + name);
            }
            Settings config =
                    new Settings(criterion.size() > 1 ? criterion.get(1).getAsJsonObject() : new JsonObject());
            weights.put(name, config.number("weight", 1));
            order = name.equals(ACTIVITY) ? config.number("ord", 1) : order;
            config.complete();
        }
        given.get("activity_loss_weight").ifPresent(weight -> weights.put(ACTIVITY, weight.getAsDouble()));
        weights.values().removeIf(weight -> weight <= 0);
        return new Criteria(weights, weights.containsKey(ACTIVITY) ? watched(recorded, order) : List.of());
    }

    private static List<Watched> watched(ParityCase recorded, double order) {
        List<Watched> watched = new ArrayList<>();
        recorded.monitors().forEach((module, kind) -> {
            boolean signed = kind.equals("signed");
            ActivityMeasure measure = signed ? new ActivityMeasure.Balance() : new ActivityMeasure.Size(order);
            boolean shared = Set.of("nonlin", "supralin").contains(module);
            if (shared
                    && (signed
                            || recorded.monitors().size() > 1
                            || recorded.type().equals("DyRCNNx8"))) {
                throw new OutOfScope("a shared nonlinearity beside others, or called several times an area");
            }
            List<String> modules = shared
                    ? recorded.layers().stream()
                            .map(layer -> module + "_" + layer)
                            .toList()
                    : List.of(module);
            modules.forEach(one -> watched.add(new Watched(response(one, recorded), measure, shared)));
        });
        return watched;
    }

    /** An area's response is that of its last nonlinearity; what it integrates and what comes of it are probes. */
    private static String response(String module, ParityCase recorded) {
        boolean supralinear = recorded.settings().number("supralinearity", 1) != 1;
        for (String layer : recorded.layers()) {
            if (module.equals((supralinear ? "supralin_" : "nonlin_") + layer)) {
                return layer;
            }
            if (module.equals("tstep_" + layer)) {
                return layer + ".potential";
            }
            if (module.equals(layer)) {
                return layer + ".drive";
            }
        }
        throw new OutOfScope("activity of " + module);
    }

    /** The areas and probes that a run must keep. */
    Set<String> recorded() {
        return watched.stream().map(Watched::response).collect(Collectors.toSet());
    }

    /** Each loss times its weight, by its name. */
    Map<String, Tensor> losses(Tensor answers, Tensor labels, Responses responses) {
        Map<String, Tensor> losses = new LinkedHashMap<>();
        weights.forEach((name, weight) -> {
            Scalar scale = new Scalar(weight);
            // a model with penalties has their weights in its text
            losses.put(
                    name,
                    name.equals(ACTIVITY)
                            ? responses.penalty().orElseGet(() -> activity(responses)
                                    .mul(scale))
                            : CrossEntropyOverTime.of(answers, labels).mul(scale));
        });
        return losses;
    }

    private Tensor activity(Responses responses) {
        List<Tensor> costs = new ArrayList<>();
        for (Watched area : watched) {
            Tensor response = responses.response(area.response());
            double first = units(responses.response(watched.get(0).response()));
            double scale = area.shared() && area.measure() instanceof ActivityMeasure.Size size
                    ? Math.pow(units(response) / first, 1 / size.p())
                    : 1;
            Tensor cost = ActivityPenalty.mean(response, responses.present(area.response()), area.measure());
            costs.add(cost.mul(new Scalar(scale / watched.size())));
        }
        return costs.stream().reduce(Tensor::add).orElseThrow();
    }

    private static double units(Tensor response) {
        return (double) response.numel() / response.size(0) / response.size(1);
    }
}
