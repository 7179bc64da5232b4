package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How far things stand apart from left to right: the boxes, what is plugged into them, and the gaps between columns. */
final class Floor {
    private static final double SLOT = 9;
    private static final double ARROW = 20;

    private final Description description;
    private final Map<String, Lanes.Cell> cells;
    private final List<Wire> wires;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<Integer, List<String>> slots = new HashMap<>();
    private final List<Double> left = new ArrayList<>();
    private final List<Double> wide = new ArrayList<>();
    private double end;

    Floor(Description description, Map<String, Lanes.Cell> cells, List<Wire> wires) {
        this.description = description;
        this.cells = cells;
        this.wires = wires;
        description.places().forEach(place -> {
            int most = Stream.of(true, false)
                    .flatMap(out -> Stream.of(Wire.Way.ABOVE, Wire.Way.BELOW)
                            .map(way -> plugged(place.name(), way, out).size()))
                    .max(Comparator.naturalOrder())
                    .orElse(0);
            boxes.put(place.name(), Box.of(place, description, most));
        });
        wires.stream().filter(Wire::changesLane).forEach(wire -> {
            List<String> taken = slots.computeIfAbsent(wire.gap(), gap -> new ArrayList<>());
            if (!taken.contains(slot(wire))) {
                taken.add(slot(wire));
            }
        });
        columns();
    }

    private void columns() {
        int count = cells.values().stream().mapToInt(Lanes.Cell::column).max().orElse(0) + 1;
        double x = 0;
        for (int column = 0; column < count; column++) {
            if (column > 0) {
                x += stub(column) + SLOT * slots.getOrDefault(column, List.of()).size() + ARROW;
            }
            int here = column;
            double width = boxes.values().stream()
                    .filter(box -> cells.get(box.place().name()).column() == here)
                    .mapToDouble(Box::width)
                    .max()
                    .orElse(0);
            left.add(x);
            wide.add(width);
            x += width;
        }
        end = x;
    }

    /** The room before a gap's first vertical, which the delays written there need. */
    private double stub(int gap) {
        return wires.stream()
                        .filter(wire -> !wire.isArc() && wire.from().column() == gap - 1)
                        .mapToDouble(wire ->
                                Style.width(WiringPicture.words(wire.connection(), description.clock()), Style.SMALL))
                        .max()
                        .orElse(8)
                + 10;
    }

    /** Wires from one source go together; each of the others has a vertical of its own. */
    private static String slot(Wire wire) {
        return wire.way() + " " + wire.connection().source()
                + (wire.isArc() ? wire.connection().target() : "");
    }

    double width() {
        return end;
    }

    Box box(String place) {
        return boxes.get(place);
    }

    Iterable<Box> boxes() {
        return boxes.values();
    }

    /** The middle of a place. */
    double middle(String place) {
        int column = cells.get(place).column();
        return left.get(column) + wide.get(column) / 2;
    }

    /** Where a wire runs up or down between two columns. */
    double turn(Wire wire) {
        int gap = wire.gap();
        double start = left.get(gap - 1) + wide.get(gap - 1) + stub(gap);
        return start + SLOT * slots.get(gap).indexOf(slot(wire));
    }

    /** Where an arc is plugged into its source or its target; the longest stands innermost, so that none cross there. */
    double port(Wire wire, boolean out) {
        String place = out ? wire.connection().source() : wire.connection().target();
        Box box = boxes.get(place);
        List<Wire> all = plugged(place, wire.way(), out);
        double offset = box.inner() + Box.PORT * (all.size() - 1 - all.indexOf(wire)) + Box.PORT / 2;
        boolean right = out == (wire.way() == Wire.Way.ABOVE);
        return middle(place) + (right ? offset : -offset);
    }

    private List<Wire> plugged(String place, Wire.Way way, boolean out) {
        return wires.stream()
                .filter(wire -> wire.way() == way)
                .filter(wire ->
                        (out ? wire.connection().source() : wire.connection().target()).equals(place))
                .sorted(Comparator.comparingInt(Wire::span))
                .toList();
    }
}
