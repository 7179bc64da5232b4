package dync.compiler.describe.picture;

import dync.compiler.describe.Description;

/** The small drawings that a picture and its legend share. */
final class Signs {
    private Signs() {}

    /** A diamond: something was inserted here. */
    static void bridge(Svg svg, double x, double y, Description.Kind kind) {
        svg.leaf(
                "polygon",
                "class",
                "bridge " + Style.of(kind),
                "points",
                new Point(x, y - 5) + " " + new Point(x + 5, y) + " " + new Point(x, y + 5) + " "
                        + new Point(x - 5, y));
    }

    /** A loop above the middle of an edge. */
    static void loop(Svg svg, double x, double top) {
        Point end = new Point(x + 8, top);
        svg.leaf(
                "path",
                "class",
                "line recurrence",
                "d",
                "M" + new Point(x - 8, top) + "C" + new Point(x - 17, top - 26) + " " + new Point(x + 17, top - 26)
                        + " " + end);
        svg.leaf("polygon", "class", "head recurrence", "points", end.head(new Point(x + 11, top - 10)));
    }

    /** The state of a place in one step. */
    static void cell(Svg svg, double x, double y, String state) {
        svg.leaf("circle", "class", "cell " + state, "cx", x, "cy", y, "r", 7);
    }
}
