package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.List;

/** The pictures of a description: each is a whole SVG document that brings its style along, for light and dark. */
public final class Picture {
    private static final double MARGIN = 20;
    private static final double BETWEEN = 14;
    private static final double LEAST = 560;

    private Picture() {}

    /** Both pictures, one below the other; a single step has nothing to unroll. */
    public static String whole(Description description) {
        Panel wiring = WiringPicture.of(description);
        if (description.clock().idle() + description.clock().steps() == 1) {
            return wiring(description);
        }
        Panel unrolled = UnrolledPicture.of(description);
        double room = Math.max(LEAST, Math.max(wiring.width(), unrolled.width()));
        return document(
                description,
                List.of(
                        title(description.model() + ": wiring"),
                        wiring,
                        Legend.wiring(description, room),
                        title("unrolled in time"),
                        unrolled,
                        Legend.unrolled(description, room, false)));
    }

    /** Areas and how they are connected. */
    public static String wiring(Description description) {
        Panel wiring = WiringPicture.of(description);
        return document(description, List.of(wiring, Legend.wiring(description, Math.max(LEAST, wiring.width()))));
    }

    /** What arrives when. */
    public static String unrolled(Description description) {
        Panel unrolled = UnrolledPicture.of(description);
        return document(
                description, List.of(unrolled, Legend.unrolled(description, Math.max(LEAST, unrolled.width()), true)));
    }

    private static Panel title(String words) {
        Svg svg = new Svg();
        svg.label(words, 0, 15, "title");
        return new Panel(Style.width(words, 15), 22, svg);
    }

    private static String document(Description description, List<Panel> panels) {
        double width =
                2 * MARGIN + panels.stream().mapToDouble(Panel::width).max().orElse(0);
        double height = 2 * MARGIN
                + BETWEEN * (panels.size() - 1)
                + panels.stream().mapToDouble(Panel::height).sum();
        Svg svg = new Svg();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "dync",
                "role",
                "img",
                "width",
                Math.ceil(width),
                "height",
                Math.ceil(height),
                "viewBox",
                "0 0 " + Svg.number(Math.ceil(width)) + " " + Svg.number(Math.ceil(height)));
        svg.words("title", description.model());
        svg.words("style", Style.SHEET);
        svg.leaf("rect", "class", "ground", "width", "100%", "height", "100%", "rx", 8);
        double y = MARGIN;
        for (Panel panel : panels) {
            svg.open("g", "transform", "translate(" + Svg.number(MARGIN) + " " + Svg.number(y) + ")");
            svg.append(panel.svg());
            svg.close();
            y += panel.height() + BETWEEN;
        }
        return svg.close().toString();
    }
}
