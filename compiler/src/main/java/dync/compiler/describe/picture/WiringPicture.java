package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import dync.compiler.value.Symbol;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The wiring: places from left to right in the order of processing, streams below each other, skips above and feedback
 * below their lane, recurrence as loops, each with its delay.
 */
final class WiringPicture {
    private static final double LEVEL = 20;
    private static final double LOOP = 24;
    private static final double LABEL = 13;
    private static final double BETWEEN = 16;

    private final Description description;
    private final List<Wire> wires;
    private final Floor floor;
    private final Tracks tracks;
    private final Map<String, Lanes.Cell> cells;
    private final Map<Integer, Double> middles = new HashMap<>();
    private final Map<Wire, List<Point>> routes = new HashMap<>();
    /** What leaves a place feedforward has one delay. */
    private final Set<String> labelled = new HashSet<>();

    private final Svg svg = new Svg();
    private double height = 0;

    private WiringPicture(Description description) {
        this.description = description;
        this.cells = new Lanes(description).cells();
        this.wires = description.connections().stream()
                .filter(connection -> connection.kind() != Description.Kind.RECURRENCE)
                .map(connection -> Wire.of(connection, cells))
                .toList();
        this.floor = new Floor(description, cells, wires);
        this.tracks = new Tracks(wires.stream().filter(Wire::isArc).toList(), floor);
    }

    static Panel of(Description description) {
        return new WiringPicture(description).draw();
    }

    /** A delay, and how it joins where that is not by adding. */
    static String words(Description.Connection connection, Description.Clock clock) {
        boolean atOnce = connection.kind() == Description.Kind.FEEDFORWARD && connection.delay() == 0;
        String how = connection.kind() == Description.Kind.FEEDFORWARD
                ? ""
                : connection
                        .combine()
                        .filter(word -> !word.equals(Symbol.ADDITIVE.word()))
                        .map(word -> " " + word)
                        .orElse("");
        return atOnce ? "" : Figures.time(connection.delay(), clock.step()) + how;
    }

    private Panel draw() {
        lanes();
        wires.forEach(wire -> routes.put(wire, route(wire)));
        wires.forEach(this::line);
        floor.boxes().forEach(this::loops);
        floor.boxes()
                .forEach(box -> box.draw(
                        svg,
                        floor.middle(box.place().name()),
                        middle(box.place().name())));
        wires.forEach(this::end);
        wires.forEach(this::label);
        return new Panel(floor.width(), height, svg);
    }

    private void lanes() {
        int count = cells.values().stream().mapToInt(Lanes.Cell::lane).max().orElse(0) + 1;
        for (int lane = 0; lane < count; lane++) {
            int levels = tracks.count(lane, Wire.Way.ABOVE);
            double top = height + above(lane) + (levels > 0 ? LEVEL * levels : 0);
            middles.put(lane, top + half(lane));
            int below = tracks.count(lane, Wire.Way.BELOW);
            height = top + 2 * half(lane) + (below > 0 ? LEVEL * below + 8 : 0) + (lane < count - 1 ? BETWEEN : 0);
        }
    }

    /** Half the height of the highest box of a lane. */
    private double half(int lane) {
        double highest = 0;
        for (Box box : floor.boxes()) {
            if (cells.get(box.place().name()).lane() == lane) {
                highest = Math.max(highest, box.height());
            }
        }
        return highest / 2;
    }

    /** The room that loops take above the boxes of a lane. */
    private double above(int lane) {
        double room = 2;
        for (Box box : floor.boxes()) {
            if (cells.get(box.place().name()).lane() == lane && !box.delays().isEmpty()) {
                room = Math.max(room, LOOP + LABEL * box.delays().size());
            }
        }
        return room;
    }

    private double middle(String place) {
        return middles.get(cells.get(place).lane());
    }

    private List<Point> route(Wire wire) {
        String source = wire.connection().source();
        String target = wire.connection().target();
        List<Point> points = new ArrayList<>();
        if (!wire.isArc()) {
            Point start = new Point(floor.middle(source) + floor.box(source).width() / 2, middle(source));
            Point end = new Point(floor.middle(target) - floor.box(target).width() / 2, middle(target));
            points.add(start);
            if (wire.changesLane()) {
                points.add(new Point(floor.turn(wire), start.y()));
                points.add(new Point(floor.turn(wire), end.y()));
            }
            points.add(end);
            return points;
        }
        double out = floor.port(wire, true);
        double in = floor.port(wire, false);
        double first = track(wire, true);
        points.add(new Point(out, edge(source, wire.way())));
        points.add(new Point(out, first));
        if (wire.changesLane()) {
            points.add(new Point(floor.turn(wire), first));
            points.add(new Point(floor.turn(wire), track(wire, false)));
        }
        points.add(new Point(in, track(wire, false)));
        points.add(new Point(in, edge(target, wire.way())));
        return points;
    }

    private double edge(String place, Wire.Way way) {
        double half = floor.box(place).height() / 2;
        return middle(place) + (way == Wire.Way.ABOVE ? -half : half);
    }

    private double track(Wire wire, boolean first) {
        int lane = first ? wire.from().lane() : wire.to().lane();
        double level = LEVEL * tracks.level(wire, first);
        return wire.way() == Wire.Way.ABOVE
                ? middles.get(lane) - half(lane) - above(lane) - 8 - level
                : middles.get(lane) + half(lane) + 18 + level;
    }

    private void line(Wire wire) {
        svg.open("g", "class", "connection");
        svg.words("title", Tips.of(wire.connection(), description.clock()));
        svg.leaf("path", "class", "line " + Style.of(wire.connection().kind()), "d", Point.path(routes.get(wire)));
        svg.close();
    }

    /** The head of an arrow, and the sign of a bridge before it. */
    private void end(Wire wire) {
        List<Point> points = routes.get(wire);
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        svg.leaf("polygon", "class", "head " + Style.of(wire.connection().kind()), "points", tip.head(before));
        if (!wire.connection().bridges().isEmpty()) {
            double away = wire.way() == Wire.Way.ABOVE ? -15 : 15;
            Signs.bridge(svg, tip.x(), tip.y() + away, wire.connection().kind());
        }
    }

    private void loops(Box box) {
        if (box.loops().isEmpty()) {
            return;
        }
        double x = floor.middle(box.place().name());
        double top = edge(box.place().name(), Wire.Way.ABOVE);
        svg.open("g", "class", "connection");
        box.loops().forEach(loop -> svg.words("title", Tips.of(loop, description.clock())));
        Signs.loop(svg, x, top);
        double y = top - LOOP + 1;
        for (String delay : box.delays()) {
            svg.label(delay, x, y, "mid recurrence");
            y -= LABEL;
        }
        svg.close();
    }

    private void label(Wire wire) {
        String words = words(wire.connection(), description.clock());
        List<Point> points = routes.get(wire);
        if (words.isEmpty() || !wire.isArc() && !labelled.add(wire.connection().source())) {
            return;
        }
        String kind = Style.of(wire.connection().kind());
        if (!wire.isArc()) {
            svg.label(words, points.get(0).x() + 5, points.get(0).y() - 5, kind);
            return;
        }
        Point a = points.get(1);
        Point b = points.get(2);
        double x = clear(wire, Math.min(a.x(), b.x()), Math.max(a.x(), b.x()), a.y());
        double width = Style.width(words, Style.SMALL) + 4;
        svg.leaf("rect", "class", "halo", "x", x - width / 2, "y", a.y() - 8, "width", width, "height", 16);
        svg.label(words, x, a.y() + 4, "mid " + kind);
    }

    /** The middle of the longest part of a level line that no other wire crosses. */
    private double clear(Wire wire, double start, double end, double y) {
        List<Double> cuts = new ArrayList<>(List.of(start, end));
        routes.forEach((other, points) -> {
            for (int i = 1; i < points.size() && !other.equals(wire); i++) {
                Point a = points.get(i - 1);
                Point b = points.get(i);
                boolean crosses = a.x() == b.x() && Math.min(a.y(), b.y()) < y && y < Math.max(a.y(), b.y());
                if (crosses && start < a.x() && a.x() < end) {
                    cuts.add(a.x());
                }
            }
        });
        cuts.sort(Comparator.naturalOrder());
        double best = start;
        double longest = 0;
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i) - cuts.get(i - 1) > longest) {
                longest = cuts.get(i) - cuts.get(i - 1);
                best = (cuts.get(i) + cuts.get(i - 1)) / 2;
            }
        }
        return best;
    }
}
