package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.List;

/** What the signs of a picture mean; those that it does not use are left out. */
final class Legend {
    private static final double SAMPLE = 26;
    private static final double LINE = 20;

    private final Svg svg = new Svg();
    private final double room;
    private double x = 0;
    private double y = 14;
    private double widest = 0;

    private Legend(double room) {
        this.room = room;
    }

    static Panel wiring(Description description, double room) {
        Legend legend = new Legend(room);
        legend.kinds(description);
        List<Description.Bridge> bridges = description.connections().stream()
                .flatMap(connection -> connection.bridges().stream())
                .toList();
        if (!bridges.isEmpty()) {
            legend.advance("bridge: inserted 1×1 convolution or resampling");
            Signs.bridge(legend.svg, legend.x + SAMPLE / 2, legend.y - 4, Description.Kind.SKIP);
            legend.words("bridge: inserted 1×1 convolution or resampling");
        }
        return legend.panel();
    }

    static Panel unrolled(Description description, double room, boolean kinds) {
        Legend legend = new Legend(room);
        int from = Span.of(description).from();
        boolean absent = description.places().stream()
                .anyMatch(place -> place.arrival().present().orElse(Integer.MAX_VALUE) > from);
        if (absent) {
            legend.cell("absent", "no value yet");
        }
        boolean blank = description.places().stream()
                .anyMatch(place -> place.arrival().present().isPresent()
                        && !place.arrival().present().equals(place.arrival().image()));
        if (blank) {
            legend.cell("blank", "a value without the image");
        }
        legend.cell("image", "the image has arrived");
        legend.line("route", "the first way to a readout");
        legend.line("line faint feedforward", "the signals that follow");
        if (kinds) {
            legend.kinds(description);
        }
        return legend.panel();
    }

    private void kinds(Description description) {
        for (Description.Kind kind : Description.Kind.values()) {
            if (description.connections().stream().anyMatch(connection -> connection.kind() == kind)) {
                line("line " + Style.of(kind), Style.word(kind));
            }
        }
    }

    private void line(String styles, String words) {
        advance(words);
        svg.leaf("path", "class", styles, "d", "M" + new Point(x, y - 4) + "L" + new Point(x + SAMPLE, y - 4));
        words(words);
    }

    private void cell(String state, String words) {
        advance(words);
        Signs.cell(svg, x + SAMPLE / 2, y - 4, state);
        words(words);
    }

    /** Begins a new line where the next entry would not fit. */
    private void advance(String words) {
        if (x > 0 && x + SAMPLE + 6 + Style.width(words, Style.SMALL) > room) {
            x = 0;
            y += LINE;
        }
    }

    private void words(String words) {
        svg.label(words, x + SAMPLE + 6, y, "soft");
        x += SAMPLE + 6 + Style.width(words, Style.SMALL);
        widest = Math.max(widest, x);
        x += 16;
    }

    private Panel panel() {
        return new Panel(widest, y + 6, svg);
    }
}
