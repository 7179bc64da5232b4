package dync.compiler.describe.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The levels on which arcs run along a lane, above or below it: short ones close to the boxes, long ones around them. */
final class Tracks {
    private static final double APART = 6;

    private record Band(int lane, Wire.Way way) {}

    private record Run(Wire wire, boolean first, double start, double end) {}

    private final Map<Band, List<Run>> runs = new HashMap<>();
    private final Map<Run, Integer> levels = new HashMap<>();

    Tracks(List<Wire> arcs, Floor floor) {
        for (Wire wire : arcs) {
            double out = floor.port(wire, true);
            double in = floor.port(wire, false);
            if (wire.changesLane()) {
                double turn = floor.turn(wire);
                add(wire.from().lane(), run(wire, true, out, turn));
                add(wire.to().lane(), run(wire, false, turn, in));
            } else {
                add(wire.from().lane(), run(wire, true, out, in));
            }
        }
        runs.values().forEach(this::level);
    }

    private static Run run(Wire wire, boolean first, double a, double b) {
        return new Run(wire, first, Math.min(a, b), Math.max(a, b));
    }

    private void add(int lane, Run run) {
        runs.computeIfAbsent(new Band(lane, run.wire().way()), band -> new ArrayList<>())
                .add(run);
    }

    private void level(List<Run> band) {
        List<Run> placed = new ArrayList<>();
        band.stream()
                .sorted(Comparator.comparingDouble(run -> run.end() - run.start()))
                .forEach(run -> {
                    int level = 0;
                    while (isTaken(level, run, placed)) {
                        level++;
                    }
                    levels.put(run, level);
                    placed.add(run);
                });
    }

    /** Runs that touch have levels of their own, and what lies inside another lies below it. */
    private boolean isTaken(int level, Run run, List<Run> placed) {
        return placed.stream().anyMatch(other -> {
            boolean touches = run.start() <= other.end() + APART && other.start() <= run.end() + APART;
            boolean inside = run.start() <= other.start() && other.end() <= run.end();
            return touches && (levels.get(other) == level || inside && levels.get(other) > level);
        });
    }

    /** How many levels a lane has above or below it. */
    int count(int lane, Wire.Way way) {
        return runs.getOrDefault(new Band(lane, way), List.of()).stream()
                        .mapToInt(levels::get)
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** The level of a wire in the lane of its source, or in that of its target. */
    int level(Wire wire, boolean first) {
        int lane = first ? wire.from().lane() : wire.to().lane();
        return runs.get(new Band(lane, wire.way())).stream()
                .filter(run -> run.wire().equals(wire) && (run.first() == first || !wire.changesLane()))
                .mapToInt(levels::get)
                .findFirst()
                .orElse(0);
    }
}
