package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.Locale;

/**
 * How things look. The colours are those of Okabe and Ito, which people with any kind of colour vision tell apart; dashes
 * say the same without colour. A viewer that prefers dark gets lighter lines on dark.
 */
final class Style {
    static final double NAME = 13;
    static final double SMALL = 11;

    /** Wider than the letters of the usual fonts, so that what is measured by it never overlaps. */
    private static final double EM = 0.62;

    static final String SHEET = """
            .dync text{font-family:system-ui,-apple-system,"Segoe UI","Helvetica Neue",Arial,"DejaVu Sans",sans-serif;\
            font-size:11px;fill:#1b1f24}
            .dync .ground{fill:#ffffff}
            .dync .title{font-size:15px;font-weight:600}
            .dync .name{font-size:13px;font-weight:600}
            .dync .mid{text-anchor:middle}
            .dync .end{text-anchor:end}
            .dync .soft{fill:#59636e}
            .dync .halo{fill:#ffffff}
            .dync .box{fill:#f3f5f7;stroke:#3d444d;stroke-width:1.4}
            .dync .box.input{fill:#ffffff}
            .dync .box.readout{fill:#3d444d}
            .dync .onreadout{fill:#ffffff}
            .dync .line{fill:none;stroke-width:1.8}
            .dync .faint{opacity:.2;stroke-width:1.2}
            .dync .feedforward{stroke:#3d444d}
            .dync .skip{stroke:#0072b2}
            .dync .feedback{stroke:#c24e00;stroke-dasharray:6 3}
            .dync .recurrence{stroke:#00875f}
            .dync .head{stroke:none}
            .dync .head.feedforward{fill:#3d444d}
            .dync .head.skip,.dync text.skip{fill:#0072b2;stroke:none}
            .dync .head.feedback,.dync text.feedback{fill:#c24e00;stroke:none}
            .dync .head.recurrence,.dync text.recurrence{fill:#00875f;stroke:none}
            .dync text.feedforward{stroke:none}
            .dync .bridge{stroke-width:1.4;fill:#ffffff;stroke-dasharray:none}
            .dync .route{fill:none;stroke:#f5ca6e;stroke-width:8;stroke-linecap:round}
            .dync .cell{stroke:#3d444d;stroke-width:1.3}
            .dync .cell.absent{fill:#ffffff;stroke:#8c959f;stroke-dasharray:2 2.5}
            .dync .cell.blank{fill:#ffffff}
            .dync .cell.image{fill:#f0c05a}
            .dync .idle{fill:#eaeef2}
            .dync .axis{stroke:#d1d9e0;stroke-width:1}
            @media (prefers-color-scheme:dark){
            .dync text{fill:#e6edf3}
            .dync .ground,.dync .halo{fill:#151b23}
            .dync .soft{fill:#9198a1}
            .dync .box{fill:#262c36;stroke:#b7bdc8}
            .dync .box.input{fill:#151b23}
            .dync .box.readout{fill:#b7bdc8}
            .dync .onreadout{fill:#151b23}
            .dync .feedforward{stroke:#b7bdc8}
            .dync .skip{stroke:#56b4e9}
            .dync .feedback{stroke:#f08a45}
            .dync .recurrence{stroke:#2cc295}
            .dync .head.feedforward{fill:#b7bdc8}
            .dync .head.skip,.dync text.skip{fill:#56b4e9}
            .dync .head.feedback,.dync text.feedback{fill:#f08a45}
            .dync .head.recurrence,.dync text.recurrence{fill:#2cc295}
            .dync .bridge{fill:#151b23}
            .dync .route{stroke:#7d5f1a}
            .dync .cell{stroke:#b7bdc8}
            .dync .cell.absent{fill:#151b23;stroke:#656c76}
            .dync .cell.blank{fill:#151b23}
            .dync .cell.image{fill:#b98516}
            .dync .idle{fill:#20262e}
            .dync .axis{stroke:#2f3742}
            }
            """;

    private Style() {}

    /** At most how wide a text is. */
    static double width(String words, double size) {
        return words.codePointCount(0, words.length()) * size * EM;
    }

    /** The class of a kind of connection or of a role. */
    static String of(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** What a kind of connection is called in a legend. */
    static String word(Description.Kind kind) {
        return of(kind);
    }
}
