package dync.stimulus;

import dync.stimulus.course.Scene;
import dync.stimulus.course.Scene.Fade;
import dync.stimulus.course.Scene.Shown;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * A schedule as an SVG picture: above what is seen, colour and number for the image and height for its contrast; below where
 * the answer counts, and whose.
 */
public final class TimelinePicture {
    private static final int STEP = 14;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 18;
    private static final int HIGH = 40;
    private static final int ASKED = TOP + HIGH + 16;
    private static final int AXIS = ASKED + 16;
    private static final int TICK = 5;

    private static final String STYLE = """
            <style>
            text{font:11px system-ui,sans-serif;fill:#424a53}.middle{text-anchor:middle}
            .blank,.axis{stroke:#8c959f}.i0{fill:#0969da}.i1{fill:#bc4c00}.i2{fill:#1a7f37}.i3{fill:#8250df}
            .a0{stroke:#0969da}.a1{stroke:#bc4c00}.a2{stroke:#1a7f37}.a3{stroke:#8250df}.asked{stroke-width:5}
            @media(prefers-color-scheme:dark){text{fill:#c9d1d9}}
            </style>
            """;

    private final Schedule schedule;
    private final StringBuilder svg = new StringBuilder();

    private TimelinePicture(Schedule schedule) {
        this.schedule = schedule;
    }

    /** The picture, self-contained. */
    public static String svg(Schedule schedule) {
        return new TimelinePicture(schedule).draw();
    }

    private String draw() {
        int width = LEFT + STEP * schedule.steps() + RIGHT;
        int height = AXIS + 34;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n",
                width, height, width, height);
        svg.append(STYLE);
        text(4, TOP + HIGH, "", "seen");
        text(4, ASKED + 4, "", "asked");
        line("axis", LEFT, AXIS, LEFT + STEP * schedule.steps(), AXIS);
        runs(schedule::scene, this::seen);
        runs(step -> schedule.scene(step).image(), this::number);
        runs(schedule::answer, this::asked);
        for (int step = 0; step <= schedule.steps(); step += TICK) {
            line("axis", x(step), AXIS, x(step), AXIS + 4);
            text(x(step), AXIS + 16, "middle", number(step * schedule.stepMs()));
        }
        text(4, AXIS + 16, "", "ms");
        return svg.append("</svg>\n").toString();
    }

    /** Something that lasts from one step until before another. */
    private interface Drawer<T> {
        void draw(T what, int from, int to);
    }

    private <T> void runs(IntFunction<T> of, Drawer<T> drawer) {
        int from = 0;
        for (int step = 1; step <= schedule.steps(); step++) {
            if (step == schedule.steps() || !of.apply(step).equals(of.apply(from))) {
                drawer.draw(of.apply(from), from, step);
                from = step;
            }
        }
    }

    private void seen(Scene scene, int from, int to) {
        if (scene instanceof Shown shown) {
            bar(shown.image(), shown.contrast(), 0, from, to);
            if (shown.right() != 0 || shown.down() != 0) {
                line("blank", x(from), TOP, x(from), TOP + HIGH);
            }
        } else if (scene instanceof Fade fade) {
            bar(fade.from(), 1 - fade.share(), 0, from, to);
            bar(fade.to(), fade.share(), 1 - fade.share(), from, to);
        } else {
            line("blank", x(from), TOP + HIGH, x(to), TOP + HIGH);
        }
    }

    private void bar(int image, double share, double above, int from, int to) {
        double height = HIGH * Math.min(1, Math.abs(share));
        add(
                "<rect class=\"i%d\" x=\"%d\" y=\"%s\" width=\"%d\" height=\"%s\"/>\n",
                image % 4, x(from), number(TOP + HIGH - above * HIGH - height), x(to) - x(from), number(height));
    }

    private void number(int image, int from, int to) {
        if (image != Scene.NO_IMAGE) {
            text((x(from) + x(to)) / 2, TOP - 5, "middle", String.valueOf(image));
        }
    }

    private void asked(int image, int from, int to) {
        if (image != Scene.NO_IMAGE) {
            line("asked a" + image % 4, x(from), ASKED, x(to), ASKED);
        }
    }

    private static int x(int step) {
        return LEFT + STEP * step;
    }

    private void line(String style, int fromX, int fromY, int toX, int toY) {
        add("<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", style, fromX, fromY, toX, toY);
    }

    private void text(int x, int y, String style, String text) {
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n", style, x, y, text);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
