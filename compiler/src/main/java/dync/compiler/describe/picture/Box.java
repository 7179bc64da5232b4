package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;
import dync.compiler.value.TensorShape;
import java.util.List;

/**
 * A place as it is drawn: higher for a larger image, wider for more channels, and wide enough for its words and for what
 * is plugged into it.
 *
 * @param loops the recurrences of it, with their delays as they are written above it
 * @param inner how far from the middle of its upper and lower edge nothing is plugged in
 */
record Box(
        Description.Place place,
        List<Description.Connection> loops,
        List<String> delays,
        double inner,
        double width,
        double height) {
    static final double PORT = 12;
    private static final double MARGIN = 10;
    private static final double LINE = 15;

    static Box of(Description.Place place, Description description, int ports) {
        List<Description.Connection> loops = description.connections().stream()
                .filter(connection -> connection.kind() == Description.Kind.RECURRENCE
                        && connection.target().equals(place.name()))
                .toList();
        List<String> delays = loops.stream()
                .map(loop -> WiringPicture.words(loop, description.clock()))
                .distinct()
                .toList();
        double inner = loops.isEmpty()
                ? 4
                : Math.max(
                        14,
                        delays.stream()
                                        .mapToDouble(words -> Style.width(words, Style.SMALL) / 2)
                                        .max()
                                        .orElse(0)
                                + 4);
        TensorShape shape = place.shape();
        double words = Math.max(
                Style.width(place.name(), Style.NAME),
                Math.max(
                        Style.width(shape.toString(), Style.SMALL),
                        throughs(loops).stream()
                                .mapToDouble(through -> Style.width(through, Style.SMALL))
                                .max()
                                .orElse(0)));
        double width = Math.max(
                Math.max(words + 16, 64 + 4 * log2(shape.isScalar() ? 1 : shape.channels())),
                2 * (inner + MARGIN + PORT * Math.max(0, ports)));
        double height = 22
                + LINE * (2 + throughs(loops).size())
                + 5 * log2(shape.isSpatial() ? Math.max(shape.height(), shape.width()) : 1);
        return new Box(place, loops, delays, inner, width, height);
    }

    private static double log2(long value) {
        return Math.log(value) / Math.log(2);
    }

    /** The names of the connections that its recurrences go through. */
    private static List<String> throughs(List<Description.Connection> loops) {
        return loops.stream()
                .flatMap(loop -> loop.through().stream())
                .distinct()
                .toList();
    }

    void draw(Svg svg, double x, double y) {
        String role = Style.of(place.role());
        boolean readout = place.role() == Description.Role.READOUT;
        svg.open("g", "class", "place");
        svg.words("title", tip());
        svg.leaf(
                "rect",
                "class",
                "box " + role,
                "x",
                x - width / 2,
                "y",
                y - height / 2,
                "width",
                width,
                "height",
                height,
                "rx",
                readout ? 14 : 5);
        String ink = readout ? " onreadout" : "";
        double line = y - LINE * (1 + throughs(loops).size()) / 2.0 + 4;
        svg.label(place.name(), x, line, "name mid" + ink);
        svg.label(place.shape().toString(), x, line += LINE, "mid" + ink);
        for (String through : throughs(loops)) {
            svg.label(through, x, line += LINE, "mid recurrence");
        }
        svg.close();
    }

    private String tip() {
        Description.Cost cost = place.cost();
        return place.name() + " " + place.shape() + ": " + Figures.of(cost.parameters(), "parameter") + ", "
                + Figures.large(cost.multiplyAdds()) + " multiply-adds in a step";
    }
}
