package dync.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dync.Dyn;
import dync.compiler.describe.Describer;
import dync.compiler.describe.Description;
import dync.compiler.describe.Description.Connection;
import dync.compiler.describe.Description.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * From a constructor's times to delays and lengths of buffers. The reference's numbers follow from its rules (see
 * {@link Wires}); what the compiled model says is held against them under decisions 15 and 24: an index k of a skip
 * reads k - 1 steps back, 0 and 1 of a recurrence or feedback are one step, and what looks further back than the buffer
 * is not there.
 */
final class DelayRule {
    private static final Set<String> INDEXED = Set.of("DyRCNNx2", "DyRCNNx4", "DyRCNNx8");

    /** The one area of the reference that is built without a recurrence and with a clock of its own. */
    private static final String BARE = "layer0";

    private static final int CLASSES = 10;

    /** What the tensor has where a class knows no index. */
    private static final double NO_INDEX = -1;

    private final Comparison comparison;
    private final int index;
    private final JsonObject row;
    private final Construction construction;
    private final Map<String, Integer> buffers = new HashMap<>();

    private DelayRule(Comparison comparison, int index, JsonObject row) {
        this.comparison = comparison;
        this.index = index;
        this.row = row;
        this.construction = construction(row.getAsJsonObject("args"));
        row.getAsJsonObject("n_hidden_states")
                .entrySet()
                .forEach(area -> buffers.put(area.getKey(), area.getValue().getAsInt()));
    }

    private static Construction construction(JsonObject arguments) {
        Settings all = new Settings(arguments);
        List<Long> stimulus = all.get("shape")
                .map(shape -> Construction.stimulus(shape.getAsJsonArray()))
                .orElse(List.of(1L, 6L, 3L, 16L, 16L));
        return new Construction(all.text("cls", "DyRCNNx2"), all.without(Set.of("cls", "shape")), stimulus, CLASSES);
    }

    static void compare(ParityCase recorded, Comparison comparison) {
        List<JsonObject> rows = recorded.rows();
        double[] skips = recorded.values("delay_index_skip");
        double[] residuals = recorded.values("n_residual_timesteps");
        double[] steps = recorded.values("n_timesteps");
        Left left = new Left();
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            left.unless(row, () -> {
                DelayRule rule = new DelayRule(comparison, row, rows.get(row));
                Set<String> unknown = rule.compare(recorded.tableTolerance());
                unknown.forEach(name -> rule.problem("no rule for " + name));
                skips[row] = rule.isIndexed() ? rule.construction.wires().skip() : NO_INDEX;
                residuals[row] = rule.residual();
                steps[row] = rule.construction.steps();
            });
        }
        comparison.exact("n_rows", new double[] {rows.size()});
        comparison.exact("delay_index_skip", skips);
        comparison.exact("n_residual_timesteps", residuals);
        comparison.exact("n_timesteps", steps);
        left.tell(comparison);
    }

    /** @return the columns of the row that nothing was held against */
    private Set<String> compare(double tolerance) {
        Wires wires = construction.wires();
        Description model = describe(Map.of("n_timesteps", String.valueOf(construction.steps())));
        Map<String, Runnable> columns = new LinkedHashMap<>();
        columns.put("args", () -> {});
        columns.put("history_length", () -> {
            double stated = row.get("history_length").getAsDouble();
            if (Math.abs(stated - wires.historyMs()) > tolerance * stated) {
                problem("history_length is " + wires.historyMs() + " ms, the reference has " + stated);
            }
        });
        columns.put("n_hidden_states", () -> buffers(model, wires));
        columns.put("n_timesteps", () -> same("n_timesteps", model.clock().steps()));
        columns.put("n_residual_timesteps", () -> same("n_residual_timesteps", residual()));
        columns.put("delay_feedforward_model", () -> {
            same("delay_feedforward_model", wires.feedforward());
            same(
                    "delay_feedforward_model",
                    of(model, Kind.FEEDFORWARD)
                            .mapToInt(Connection::delay)
                            .max()
                            .orElse(0));
        });
        columns.put("delay_feedforward_layer", () -> same("delay_feedforward_layer", firstDelay(model)));
        columns.put("delay_recurrence", () -> row.getAsJsonObject("delay_recurrence")
                .entrySet()
                .forEach(
                        area -> recurrence(model, area.getKey(), area.getValue().getAsInt())));
        columns.put("delay_index_skip", () -> skip(model, wires));
        columns.put("delay_index_feedback", () -> feedback(model, wires));
        columns.values().forEach(Runnable::run);
        Set<String> unknown = new TreeSet<>(row.keySet());
        unknown.removeAll(columns.keySet());
        return unknown;
    }

    private boolean isIndexed() {
        return INDEXED.contains(construction.type());
    }

    /** A buffer is as long as the rule says, and holds whatever a connection of our model reads. */
    private void buffers(Description model, Wires wires) {
        buffers.forEach((area, length) -> {
            if (!construction.type().equals("CordsNet") && length != wires.history()) {
                problem("the buffer of " + area + " has length " + wires.history() + ", the reference's " + length);
            }
        });
        for (Connection connection : model.connections()) {
            int wanted = connection.delay() + (connection.kind() == Kind.SKIP ? 1 : 0);
            Integer length = buffers.get(connection.source());
            if (length != null && wanted > length && connection.delay() > 0) {
                problem("the " + word(connection.kind()) + " from " + connection.source() + " looks " + wanted
                        + " states back, the reference keeps " + length);
            }
        }
    }

    private int firstDelay(Description model) {
        String first = model.places(Description.Role.AREA).stream()
                .map(Description.Place::name)
                .filter(buffers::containsKey)
                .findFirst()
                .orElse("");
        return of(model, Kind.FEEDFORWARD)
                .filter(connection -> connection.source().equals(first))
                .mapToInt(Connection::delay)
                .findFirst()
                .orElse(0);
    }

    private void recurrence(Description model, String area, int stated) {
        int steps = Math.max(1, stated);
        boolean acts = !isOff("recurrence_type") && !area.equals(BARE) && steps <= buffers.get(area);
        if (!isOff("recurrence_type")
                && !area.equals(BARE)
                && stated != construction.wires().recurrence()) {
            problem("delay_recurrence of " + area + " is "
                    + construction.wires().recurrence() + ", the reference has " + stated);
        }
        delays(model, Kind.RECURRENCE, area, acts, steps);
    }

    private void skip(Description model, Wires wires) {
        if (isIndexed()) {
            same("delay_index_skip", wires.skip());
            boolean acts = wires.wantsSkip() && !isOff("") && wires.skip() <= longest();
            targets(model).forEach(area -> delays(model, Kind.SKIP, area, acts, wires.skip() - 1));
        } else {
            none("delay_index_skip");
        }
    }

    private void feedback(Description model, Wires wires) {
        if (isIndexed()) {
            same("delay_index_feedback", wires.back());
            boolean acts = wires.feedback().isPresent() && !isOff("") && wires.feedbackSteps() <= longest();
            targets(model).forEach(area -> delays(model, Kind.FEEDBACK, area, acts, wires.feedbackSteps()));
        } else {
            none("delay_index_feedback");
        }
    }

    private int longest() {
        return buffers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static List<String> targets(Description model) {
        return model.connections().stream().map(Connection::target).distinct().toList();
    }

    /** Whether the arguments leave lateral connections out, or a type of theirs. */
    private boolean isOff(String type) {
        Settings given = construction.given();
        return given.flag("feedforward_only", false)
                || !type.isEmpty() && isIndexed() && given.text(type, "full").equals("none");
    }

    /** Every connection of a kind into an area has this delay, and there is one where the reference's acts. */
    private void delays(Description model, Kind kind, String area, boolean acts, int steps) {
        List<Integer> ours = of(model, kind)
                .filter(connection -> connection.target().equals(area))
                .map(Connection::delay)
                .toList();
        boolean expected = kind == Kind.RECURRENCE || of(model, kind).findAny().isPresent();
        if (!acts && !ours.isEmpty()) {
            problem("a " + word(kind) + " acts in " + area + ", the reference's never does");
        }
        if (acts && (kind == Kind.RECURRENCE && ours.isEmpty() || !expected)) {
            problem("no " + word(kind) + " in " + area);
        }
        if (ours.stream().anyMatch(delay -> delay != steps)) {
            problem("the " + word(kind) + " of " + area + " takes " + ours + " steps, the reference's " + steps);
        }
    }

    /** Steps until an answer is there, by the way through all areas alone and without idle steps before it. */
    private int residual() {
        Map<String, String> alone = new HashMap<>(Map.of("idle_timesteps", "0"));
        for (String wire : List.of("skip", "feedback")) {
            if (construction.subject().settings().containsKey(wire)) {
                alone.put(wire, "false");
            }
        }
        return describe(alone)
                .places(Description.Role.READOUT)
                .get(0)
                .arrival()
                .present()
                .orElse(-1);
    }

    private Description describe(Map<String, String> further) {
        Subject subject = construction.subject();
        Map<String, String> settings = new LinkedHashMap<>(subject.settings());
        settings.putAll(further);
        Dyn compilation = Dyn.compile(subject.source()).model(subject.model());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            compilation = compilation.set(setting.getKey(), setting.getValue());
        }
        return Describer.describe(compilation.compiled().graph());
    }

    private static Stream<Connection> of(Description model, Kind kind) {
        return model.connections().stream().filter(connection -> connection.kind() == kind);
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private void same(String column, int ours) {
        JsonElement stated = row.get(column);
        if (stated == null || stated.isJsonNull() || stated.getAsInt() != ours) {
            problem(column + " is " + ours + ", the reference has " + stated);
        }
    }

    private void none(String column) {
        if (row.has(column) && !row.get(column).isJsonNull()) {
            problem("no rule for " + column + " of " + construction.type());
        }
    }

    private void problem(String what) {
        comparison.problem("row " + index + " " + row.get("args") + ": " + what);
    }
}
