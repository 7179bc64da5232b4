package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The network unrolled in time: a row for each place, a column for each step. A cell is empty before its place has a
 * value, and filled once the image has reached it. The first signal of each connection is drawn in full, the following
 * ones faintly; the first way to each readout is underlaid.
 */
final class UnrolledPicture {
    private static final double ROW = 58;
    private static final double COLUMN = 42;
    private static final double RADIUS = 7;
    private static final double LINE = 18;
    private static final double TOP = 14;
    private static final double FIRST = 16;

    private final Description description;
    private final Span span;
    private final List<Description.Place> rows;
    private final double names;
    private final Svg svg = new Svg();

    private UnrolledPicture(Description description) {
        this.description = description;
        this.span = Span.of(description);
        List<Description.Place> upwards = new ArrayList<>(description.places());
        Collections.reverse(upwards);
        this.rows = List.copyOf(upwards);
        this.names = rows.stream()
                        .mapToDouble(row -> Style.width(row.name(), Style.NAME))
                        .max()
                        .orElse(0)
                + 16;
    }

    static Panel of(Description description) {
        return new UnrolledPicture(description).draw();
    }

    private Panel draw() {
        idle();
        description.connections().forEach(this::repeats);
        description.routes().forEach(this::way);
        description.connections().forEach(this::first);
        rows.forEach(this::row);
        double height = axis();
        double width = names + Math.max(COLUMN * span.count(), Style.width(caption(), Style.SMALL));
        for (String line : late(width)) {
            height += LINE;
            svg.label(line, 0, height, "soft");
        }
        return new Panel(width, height + 6, svg);
    }

    /** What arrives later than the picture lasts, in lines of a width. */
    private List<String> late(double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("beyond this picture:");
        for (Description.Connection late : span.late()) {
            String words = " " + Tips.brief(late, description.clock());
            if (Style.width(line + words, Style.SMALL) > width) {
                lines.add(line.toString());
                line = new StringBuilder("   ");
            }
            line.append(words).append(late.equals(span.late().get(span.late().size() - 1)) ? "" : ",");
        }
        if (!span.late().isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    private double x(int step) {
        return names + COLUMN * (step - span.from() + 0.5);
    }

    private double y(String place) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).name().equals(place)) {
                return TOP + FIRST + ROW * row;
            }
        }
        return TOP;
    }

    private double bottom() {
        return y(rows.get(rows.size() - 1).name()) + 24;
    }

    private void idle() {
        int idle = description.clock().idle() - span.from();
        if (idle <= 0) {
            return;
        }
        svg.leaf(
                "rect",
                "class",
                "idle",
                "x",
                names,
                "y",
                TOP - 14,
                "width",
                COLUMN * idle,
                "height",
                bottom() - TOP + 14);
        svg.label("idle", names + 6, TOP, "soft");
    }

    /** Every later signal of a connection. */
    private void repeats(Description.Connection connection) {
        int first = Span.first(connection, description).orElse(Integer.MAX_VALUE);
        StringBuilder path = new StringBuilder();
        for (int step = Math.max(span.from(), first - span.count()); step < span.to(); step++) {
            int left = step - connection.delay();
            if (step != first && span.shows(left) && isPresent(connection.source(), left)) {
                path.append(edge(connection, step));
            }
        }
        if (!path.isEmpty()) {
            svg.leaf("path", "class", "line faint " + Style.of(connection.kind()), "d", path);
        }
    }

    private boolean isPresent(String place, int step) {
        return description
                .place(place)
                .flatMap(found -> found.arrival().present())
                .map(present -> present <= step)
                .orElse(false);
    }

    private void first(Description.Connection connection) {
        Optional<Integer> first = Span.first(connection, description);
        if (first.isEmpty() || !span.shows(first.get()) || !span.shows(first.get() - connection.delay())) {
            return;
        }
        svg.open("g", "class", "connection");
        svg.words("title", Tips.of(connection, description.clock()));
        svg.leaf("path", "class", "line " + Style.of(connection.kind()), "d", edge(connection, first.get()));
        Point end = end(connection, first.get());
        svg.leaf(
                "polygon",
                "class",
                "head " + Style.of(connection.kind()),
                "points",
                end.head(towards(connection, first.get())));
        svg.close();
    }

    private Point start(Description.Connection connection, int step) {
        return onRim(centre(connection.source(), step - connection.delay()), towards(connection, step));
    }

    private Point end(Description.Connection connection, int step) {
        return onRim(centre(connection.target(), step), towards(connection, step));
    }

    private Point centre(String place, int step) {
        return new Point(x(step), y(place));
    }

    private static Point onRim(Point centre, Point towards) {
        double share = RADIUS / Math.max(RADIUS, centre.distance(towards));
        return new Point(
                centre.x() + share * (towards.x() - centre.x()), centre.y() + share * (towards.y() - centre.y()));
    }

    /**
     * The point by which an edge bends: a recurrence above its row; what passes over a row beside the cells of that row.
     */
    private Point towards(Description.Connection connection, int step) {
        Point from = centre(connection.source(), step - connection.delay());
        Point to = centre(connection.target(), step);
        double x = (from.x() + to.x()) / 2;
        double y = (from.y() + to.y()) / 2;
        if (connection.kind() == Description.Kind.RECURRENCE) {
            return new Point(x, y - 26 - Math.min(14, 2 * connection.delay()));
        }
        boolean passes = Math.abs(from.y() - to.y()) > 1.5 * ROW;
        return passes ? new Point(x + (connection.delay() == 0 ? 0.62 * COLUMN : 0.3 * COLUMN), y) : new Point(x, y);
    }

    private String edge(Description.Connection connection, int step) {
        return "M" + start(connection, step) + "Q" + towards(connection, step) + " " + end(connection, step);
    }

    /** The first way to a readout. */
    private void way(Description.Route route) {
        for (int i = 1; i < route.visits().size(); i++) {
            Description.Visit from = route.visits().get(i - 1);
            Description.Visit to = route.visits().get(i);
            description.connections().stream()
                    .filter(connection -> connection.source().equals(from.place())
                            && connection.target().equals(to.place())
                            && connection.delay() == to.step() - from.step())
                    .findFirst()
                    .filter(connection -> span.shows(to.step()))
                    .ifPresent(connection -> svg.leaf("path", "class", "route", "d", edge(connection, to.step())));
        }
    }

    private void row(Description.Place place) {
        svg.label(place.name(), names - 12, y(place.name()) + 4, "name end");
        for (int step = span.from(); step < span.to(); step++) {
            Signs.cell(svg, x(step), y(place.name()), state(place, step));
        }
    }

    private static String state(Description.Place place, int step) {
        Description.Arrival arrival = place.arrival();
        return arrival.image().filter(image -> image <= step).isPresent()
                ? "image"
                : arrival.present().filter(present -> present <= step).isPresent() ? "blank" : "absent";
    }

    /** The times below the columns, from the step in which the image appears. */
    private double axis() {
        double y = bottom();
        svg.leaf("line", "class", "axis", "x1", names, "y1", y, "x2", names + COLUMN * span.count(), "y2", y);
        Description.Clock clock = description.clock();
        double widest = 0;
        for (int step = span.from(); step < span.to(); step++) {
            widest = Math.max(widest, Style.width(time(step, clock), Style.SMALL));
        }
        int every = (int) Math.ceil((widest + 4) / COLUMN);
        for (int step = span.from(); step < span.to(); step++) {
            if ((step - clock.idle()) % every == 0) {
                svg.label(time(step, clock), x(step), y + 16, "mid soft");
            }
        }
        svg.label(caption(), names, y + 34, "soft");
        return y + 34;
    }

    private String caption() {
        Description.Clock clock = description.clock();
        int more = clock.idle() + clock.steps() - span.to();
        boolean gaps =
                description.places().stream().anyMatch(place -> place.arrival().gaps());
        return "time since the image appeared" + (more > 0 ? "; a run has " + Figures.steps(more) + " more" : "")
                + (gaps ? "; filled at the earliest, as an input may have gaps" : "");
    }

    private static String time(int step, Description.Clock clock) {
        return Figures.time(step - clock.idle(), clock.step()).replace('-', '−');
    }
}
