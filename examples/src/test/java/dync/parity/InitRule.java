package dync.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.Dyn;
import dync.compiler.CompiledModel;
import dync.compiler.graph.WeightSpec;
import dync.parity.Draws.Statistics;
import dync.runtime.DynModel;
import dync.runtime.weights.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.PointerScope;

/**
 * How models start: names, shapes and counts of weights exactly, which of them are trained, and whether the one draw
 * that was recorded may come from our initialisers. What differs on purpose is in decision 24.
 */
final class InitRule {
    /** Trained here if it is asked for, and never there: decision 20. */
    private static final Map<String, Pattern> NEVER_TRAINED = Map.of("DyRCNNx2", Pattern.compile("tstep_\\w+\\.tau"));

    private static final long LEAST_VALUES = 4000;

    private final Comparison comparison;
    private final int index;
    private final JsonObject row;
    private final Construction construction;

    private InitRule(Comparison comparison, int index, JsonObject row) {
        this.comparison = comparison;
        this.index = index;
        this.row = row;
        JsonObject arguments = row.getAsJsonObject("kwargs");
        Settings given = new Settings(arguments);
        this.construction = new Construction(
                row.get("cls").getAsString(),
                given,
                Construction.stimulus(arguments.getAsJsonArray("input_dims")),
                given.whole("n_classes", 1000));
    }

    static void compare(ParityCase recorded, Comparison comparison) {
        List<JsonObject> rows = recorded.rows();
        double[] all = recorded.values("n_params");
        double[] trained = recorded.values("n_trainable");
        Left left = new Left();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            left.unless(row, () -> {
                try (PointerScope scope = new PointerScope()) {
                    long[] counts = new InitRule(comparison, row, rows.get(row)).compare();
                    all[row] = counts[0];
                    trained[row] = counts[1];
                }
            });
        }
        comparison.exact("n_params", all);
        comparison.exact("n_trainable", trained);
        left.tell(comparison);
    }

    /** @return how many values our model has, and how many of them the reference trains */
    private long[] compare() {
        Subject subject = construction.subject();
        CompiledModel compiled = compile(subject).compiled();
        Map<String, WeightSpec> starts = new HashMap<>();
        compiled.graph().weights().forEach(weight -> starts.put(weight.name(), weight));
        Set<String> unnamed = new TreeSet<>(starts.keySet());
        long[] counts = new long[2];
        try (DynModel model = Dyn.load(compiled)) {
            for (Map.Entry<String, JsonElement> recorded :
                    row.getAsJsonObject("params").entrySet()) {
                JsonObject theirs = recorded.getValue().getAsJsonObject();
                Optional<String> name = subject.weights()
                        .here(recorded.getKey(), model.weights().keySet());
                if (name.isEmpty()) {
                    // known to be no weight here: it counts as it was recorded
                    counts[0] += count(theirs);
                } else if (!unnamed.remove(name.get())) {
                    problem(recorded.getKey() + " should be " + name.get()
                            + ", which is not there or has another name");
                } else {
                    Weight ours = model.weights().get(name.get());
                    boolean trains = trains(recorded.getKey(), ours);
                    counts[0] += ours.count();
                    counts[1] += trains ? ours.count() : 0;
                    compare(recorded.getKey(), theirs, ours, trains);
                    support(recorded.getKey(), statistics(theirs), starts.get(name.get()));
                }
            }
        }
        unnamed.forEach(name -> problem("the reference has no " + name));
        Set<String> unknown = new HashSet<>(row.keySet());
        unknown.removeAll(Set.of("cls", "kwargs", "n_params", "n_trainable", "params", "index"));
        unknown.forEach(column -> problem("no rule for " + column));
        counted("n_params", counts[0]);
        counted("n_trainable", counts[1]);
        return counts;
    }

    private void counted(String column, long ours) {
        if (row.get(column).getAsLong() != ours) {
            problem(column + " is " + ours + ", the reference has " + row.get(column));
        }
    }

    /** Connections that never act have weights in the reference all the same, once a first run has made them. */
    private Dyn compile(Subject subject) {
        Map<String, String> settings = new HashMap<>(subject.settings());
        Settings given = construction.given();
        Wires wires = construction.wires();
        if (construction.type().equals("CorNetRT")) {
            settings.put("feedforward_only", String.valueOf(given.flag("feedforward_only", false)));
            settings.put("fixed_self_weight", Settings.written(given.number("fixed_self_weight", 1)));
        } else {
            settings.put("recurrence_type", given.text("recurrence_type", "full"));
        }
        if (wires.feedbackSteps() >= construction.steps()) {
            settings.computeIfPresent("feedback", (name, value) -> "false");
        }
        Dyn compilation = Dyn.compile(subject.source()).model(subject.model());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            compilation = compilation.set(setting.getKey(), setting.getValue());
        }
        return compilation;
    }

    private boolean trains(String name, Weight ours) {
        boolean never = Optional.ofNullable(NEVER_TRAINED.get(construction.type()))
                .map(pattern -> pattern.matcher(name).matches())
                .orElse(false);
        return ours.trainable() && !never;
    }

    private void compare(String name, JsonObject theirs, Weight ours, boolean trains) {
        // the reference keeps some single numbers as vectors of one
        if (!Arrays.equals(shape(theirs), ours.shape()) && !(ours.shape().length == 0 && count(theirs) == 1)) {
            problem(name + " has shape " + Arrays.toString(ours.shape()) + ", the reference's "
                    + Arrays.toString(shape(theirs)));
            return;
        }
        if (theirs.get("trainable").getAsBoolean() != trains) {
            problem(name + " is " + (trains ? "" : "not ") + "trained here");
        }
        if (isOpen(name)) {
            return;
        }
        Draws draws = new Draws(statistics(theirs), ours.count());
        long seeds = Math.max(2, LEAST_VALUES / ours.count());
        for (long seed = 1; seed <= seeds; seed++) {
            ours.initialise(seed);
            draws.add(Numbers.of(ours.tensor()));
        }
        draws.implausible().ifPresent(reason -> problem(name + ": " + reason));
    }

    /** CORnet-RT's own weights where they are not fixed: decision 24. */
    private boolean isOpen(String name) {
        JsonElement stated = row.getAsJsonObject("kwargs").get("fixed_self_weight");
        return stated != null && stated.isJsonNull() && name.endsWith(".recurrence.weight");
    }

    /** Where an initialiser has ends, the reference's values lie between them. */
    private void support(String name, Statistics theirs, WeightSpec weight) {
        List<Double> numbers = new ArrayList<>();
        weight.init().arguments().forEach(number -> numbers.add(number.doubleValue()));
        double fan = weight.shape().sizes().stream()
                .skip(1)
                .mapToDouble(Long::doubleValue)
                .reduce(1, (a, b) -> a * b);
        double high =
                switch (weight.init().name()) {
                    case "uniform" -> numbers.get(numbers.size() - 1);
                    case "pytorch" -> Math.sqrt(1 / fan);
                    case "kaiming_uniform" -> Math.sqrt(6 / fan);
                    case "truncated_normal" -> 2;
                    default -> Double.POSITIVE_INFINITY;
                };
        double low = weight.init().name().equals("uniform") && numbers.size() == 2 ? numbers.get(0) : -high;
        double rounding = 1e-6 * (Double.isFinite(high) ? Math.abs(high) : 0);
        if (theirs.min() < low - rounding || theirs.max() > high + rounding) {
            problem(name + " lies in [" + theirs.min() + ", " + theirs.max() + "], ours in [" + low + ", " + high
                    + "]");
        }
    }

    private static Statistics statistics(JsonObject theirs) {
        return new Statistics(
                theirs.get("mean").getAsDouble(),
                theirs.get("std").getAsDouble(),
                theirs.get("min").getAsDouble(),
                theirs.get("max").getAsDouble());
    }

    private static long[] shape(JsonObject theirs) {
        return theirs.getAsJsonArray("shape").asList().stream()
                .mapToLong(JsonElement::getAsLong)
                .toArray();
    }

    private static long count(JsonObject theirs) {
        return Arrays.stream(shape(theirs)).reduce(1, (a, b) -> a * b);
    }

    private void problem(String what) {
        comparison.problem("row " + index + " " + row.get("cls").getAsString() + ": " + what);
    }
}
