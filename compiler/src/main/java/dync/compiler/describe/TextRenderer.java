package dync.compiler.describe;

import dync.compiler.model.Model;
import dync.compiler.value.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows a description to people. Times count from the step in which the image appears. */
public final class TextRenderer {
    private final int width;

    /**
     * @param width how many characters a line may have
     */
    public TextRenderer(int width) {
        this.width = width;
    }

    public String render(Description description) {
        List<String> parts = new ArrayList<>();
        parts.add(head(description));
        parts.add(places(description));
        parts.add(drives(description));
        parts.add(joints(description));
        parts.add(bridges(description));
        parts.add(latency(description));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String head(Description description) {
        StringBuilder text = new StringBuilder();
        String doc = description.doc().map(whole -> ": " + paragraph(whole)).orElse("");
        text.append(wrap(description.model() + doc, ""));
        Description.Clock clock = description.clock();
        String time = Figures.steps(clock.steps()) + " of " + Figures.time(1, clock.step()) + " ("
                + Figures.time(clock.steps(), clock.step()) + ")"
                + (clock.idle() > 0 ? ", after " + clock.idle() + " idle" : "")
                + (clock.truncate() > 0 ? ", gradients cut every " + Figures.steps(clock.truncate()) : "");
        text.append(wrap(time, ""));
        String set = description.settings().stream()
                .filter(setting -> setting.origin() != Model.Origin.DEFAULT)
                .map(setting -> setting.name() + " = " + setting.value())
                .collect(Collectors.joining(", "));
        if (!set.isEmpty()) {
            text.append(wrap("with " + set, "     "));
        }
        return text.toString();
    }

    /** The first paragraph of a text, in one line. */
    private static String paragraph(String text) {
        return text.strip()
                .lines()
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    private String places(Description description) {
        TextTable table = new TextTable(
                new TextTable.Column("place", false),
                new TextTable.Column("shape", false),
                new TextTable.Column("parameters", true),
                new TextTable.Column("multiply-adds", true),
                new TextTable.Column("still", true),
                new TextTable.Column("first signal", true));
        for (Description.Place place : description.places()) {
            Description.Cost cost = place.cost();
            boolean input = place.role() == Description.Role.INPUT;
            table.row(
                    place.name(),
                    place.shape().toString(),
                    input ? "" : Figures.count(cost.parameters()),
                    input ? "" : Figures.large(cost.multiplyAdds()),
                    input ? "" : Figures.large(cost.stimulusOnly()),
                    place.arrival()
                            .image()
                            .map(step -> (place.arrival().gaps() ? "≥ " : "") + after(step, description))
                            .orElse("never"));
        }
        Description.Cost total = description.total();
        table.row(
                "total",
                "",
                Figures.count(total.parameters()),
                Figures.large(total.multiplyAdds()),
                Figures.large(total.stimulusOnly()),
                "");
        String fixed = total.fixed() > 0 ? "; beside the parameters " + Figures.of(total.fixed(), "fixed value") : "";
        return table.render(width)
                + wrap(
                        "multiply-adds: of one sample in one step; still: those of them that yield the same"
                                + " at every step of a still image" + fixed,
                        "  ");
    }

    private static String after(int step, Description description) {
        return Figures.time(
                step - description.clock().idle(), description.clock().step());
    }

    /** What drives the areas, which needs no parameters of its own. */
    private String drives(Description description) {
        TextTable table = new TextTable(
                new TextTable.Column("feedforward", false),
                new TextTable.Column("delay", false),
                new TextTable.Column("carries", false),
                new TextTable.Column("joins", false));
        for (Description.Connection connection : description.connections()) {
            if (connection.kind() == Description.Kind.FEEDFORWARD) {
                table.row(
                        name(connection),
                        delay(connection, description),
                        connection.carries().toString(),
                        connection.combine().orElse(""));
            }
        }
        return table.render(width);
    }

    private String joints(Description description) {
        TextTable table = new TextTable(
                new TextTable.Column("connection", false),
                new TextTable.Column("delay", false),
                new TextTable.Column("through", false),
                new TextTable.Column("joins", false),
                new TextTable.Column("parameters", true),
                new TextTable.Column("multiply-adds", true));
        for (Description.Connection connection : description.connections()) {
            if (connection.kind() != Description.Kind.FEEDFORWARD) {
                table.row(
                        name(connection),
                        delay(connection, description),
                        through(connection),
                        connection
                                .combine()
                                .filter(how -> !how.equals(Symbol.ADDITIVE.word()))
                                .orElse(""),
                        Figures.count(connection.cost().parameters()),
                        Figures.large(connection.cost().multiplyAdds()));
            }
        }
        return table.isEmpty() ? "" : table.render(width);
    }

    private static String delay(Description.Connection connection, Description description) {
        String time = Figures.time(connection.delay(), description.clock().step());
        return connection.delay() == 0 ? time : time + ", " + Figures.steps(connection.delay());
    }

    /** A connection as the author wrote it. */
    static String name(Description.Connection connection) {
        String ends = connection.source() + " -> " + connection.target();
        return switch (connection.kind()) {
            case FEEDFORWARD -> ends;
            case RECURRENCE -> "recurrent in " + connection.target();
            case SKIP -> "skip " + ends;
            case FEEDBACK -> "feedback " + ends;
        };
    }

    private static String through(Description.Connection connection) {
        return connection
                .through()
                .orElse(
                        !connection.bridges().isEmpty()
                                ? "a bridge"
                                : connection.cost().parameters() > 0 ? "its body" : "");
    }

    private String bridges(Description description) {
        StringBuilder text = new StringBuilder();
        for (Description.Connection connection : description.connections()) {
            if (!connection.bridges().isEmpty()) {
                text.append(wrap(
                        name(connection) + ": "
                                + connection.bridges().stream()
                                        .map(TextRenderer::bridge)
                                        .collect(Collectors.joining(", then ")),
                        "    "));
            }
        }
        return text.isEmpty() ? "" : wrap("inserted to make shapes meet (a body of its own replaces it)", "  ") + text;
    }

    /** What a bridge does, in words. */
    static String bridge(Description.Bridge bridge) {
        String shapes = bridge.from() + " to " + bridge.to();
        return bridge.operation().equals("conv")
                ? "a 1×1 convolution from " + shapes + " with "
                        + Figures.of(bridge.cost().parameters(), "parameter")
                : "nearest resampling from " + shapes;
    }

    private String latency(Description description) {
        StringBuilder text = new StringBuilder();
        for (Description.Route route : description.routes()) {
            Description.Arrival arrival =
                    description.place(route.readout()).orElseThrow().arrival();
            if (arrival.image().isEmpty()) {
                text.append(wrap(route.readout() + " never hears of the image", "  "));
                continue;
            }
            int image = arrival.image().get();
            String way = route.visits().stream()
                    .map(visit -> visit.place() + " " + after(visit.step(), description))
                    .collect(Collectors.joining(" -> "));
            boolean before = arrival.present().orElse(image) < image;
            text.append(wrap(
                    route.readout() + " answers the image after " + (arrival.gaps() ? "at least " : "")
                            + after(image, description) + ": " + way
                            + (before
                                    ? "; what it answers before, from step "
                                            + arrival.present().get() + " on, does not depend on the image"
                                    : ""),
                    "  "));
        }
        return text.toString();
    }

    /** Breaks a line between words, but not between a number and its unit; what follows is indented. */
    private String wrap(String line, String indent) {
        StringBuilder text = new StringBuilder();
        StringBuilder open = new StringBuilder();
        for (String word : line.split(" (?!(ms|steps?)\\b)")) {
            if (!open.toString().isBlank() && open.length() + 1 + word.length() > width) {
                text.append(open).append('\n');
                open = new StringBuilder(indent);
            } else if (!open.isEmpty()) {
                open.append(' ');
            }
            open.append(word);
        }
        return text.append(open).append('\n').toString();
    }
}
