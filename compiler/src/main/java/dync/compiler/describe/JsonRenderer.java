package dync.compiler.describe;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.compiler.value.Rational;
import dync.compiler.value.TensorShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows a description to programs, as one JSON object. Its keys are documented in {@code docs/describe.md}; keys may be
 * added, and none changes its meaning. What does not exist is {@code null}.
 */
public final class JsonRenderer {
    private final Gson gson = new GsonBuilder()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .serializeNulls()
            .create();

    /** The object, with a line end. */
    public String render(Description description) {
        Description.Clock clock = description.clock();
        JsonObject object = new JsonObject();
        object.addProperty("model", description.model());
        object.addProperty("doc", description.doc().map(String::strip).orElse(null));
        object.add("settings", array(description.settings(), JsonRenderer::setting));
        object.add("clock", clock(clock));
        object.add("places", array(description.places(), place -> place(place, clock)));
        object.add("connections", array(description.connections(), connection -> connection(connection, clock)));
        object.add("routes", array(description.routes(), route -> route(route, clock)));
        object.add("total", cost(description.total(), new JsonObject()));
        return gson.toJson(object) + "\n";
    }

    private static JsonObject setting(Description.Setting setting) {
        JsonObject object = new JsonObject();
        object.addProperty("name", setting.name());
        object.addProperty("value", setting.value());
        object.addProperty("origin", word(setting.origin()));
        return object;
    }

    private static JsonObject clock(Description.Clock clock) {
        JsonObject object = new JsonObject();
        object.addProperty("step_ms", ms(1, clock));
        object.addProperty("steps", clock.steps());
        object.addProperty("idle", clock.idle());
        object.addProperty("truncate", clock.truncate());
        return object;
    }

    private static JsonObject place(Description.Place place, Description.Clock clock) {
        JsonObject object = new JsonObject();
        object.addProperty("name", place.name());
        object.addProperty("role", word(place.role()));
        object.add("shape", shape(place.shape()));
        cost(place.cost(), object);
        Description.Arrival arrival = place.arrival();
        object.addProperty("present_step", arrival.present().orElse(null));
        object.addProperty("image_step", arrival.image().orElse(null));
        Optional<Integer> latency = arrival.image().map(step -> step - clock.idle());
        object.addProperty("latency_steps", latency.orElse(null));
        object.addProperty("latency_ms", latency.map(steps -> ms(steps, clock)).orElse(null));
        object.addProperty("decided_at_run_time", arrival.gaps());
        return object;
    }

    private static JsonObject connection(Description.Connection connection, Description.Clock clock) {
        JsonObject object = new JsonObject();
        object.addProperty("kind", word(connection.kind()));
        object.addProperty("source", connection.source());
        object.addProperty("target", connection.target());
        object.addProperty("delay_steps", connection.delay());
        object.addProperty("delay_ms", ms(connection.delay(), clock));
        object.add("shape", shape(connection.carries()));
        object.addProperty("combine", connection.combine().orElse(null));
        object.addProperty("through", connection.through().orElse(null));
        object.add("bridges", array(connection.bridges(), JsonRenderer::bridge));
        return cost(connection.cost(), object);
    }

    private static JsonObject bridge(Description.Bridge bridge) {
        JsonObject object = new JsonObject();
        object.addProperty("operation", bridge.operation());
        object.add("from", shape(bridge.from()));
        object.add("to", shape(bridge.to()));
        return cost(bridge.cost(), object);
    }

    private static JsonObject route(Description.Route route, Description.Clock clock) {
        JsonObject object = new JsonObject();
        object.addProperty("readout", route.readout());
        object.add("visits", array(route.visits(), visit -> {
            JsonObject one = new JsonObject();
            one.addProperty("place", visit.place());
            one.addProperty("step", visit.step());
            one.addProperty("ms", ms(visit.step() - clock.idle(), clock));
            return one;
        }));
        return object;
    }

    private static JsonObject cost(Description.Cost cost, JsonObject object) {
        object.addProperty("parameters", cost.parameters());
        object.addProperty("fixed", cost.fixed());
        object.addProperty("multiply_adds", cost.multiplyAdds());
        object.addProperty("multiply_adds_stimulus_only", cost.stimulusOnly());
        return object;
    }

    private static <T> JsonArray array(List<T> values, Function<T, JsonElement> each) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(each.apply(value)));
        return array;
    }

    private static JsonArray shape(TensorShape shape) {
        JsonArray array = new JsonArray();
        shape.sizes().forEach(array::add);
        return array;
    }

    private static double ms(int steps, Description.Clock clock) {
        return Rational.of(steps).times(clock.step()).doubleValue();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
