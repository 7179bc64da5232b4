package dync.lsp.text;

import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.PositionEncodingKind;

/** What a client counts characters in. */
public enum Encoding {
    UTF8(PositionEncodingKind.UTF8),
    UTF16(PositionEncodingKind.UTF16);

    private final String kind;

    Encoding(String kind) {
        this.kind = kind;
    }

    /** As the protocol names it. */
    public String kind() {
        return kind;
    }

    /**
     * The first that the client offers and this server counts in: UTF-16, which every client knows, unless it would rather
     * have UTF-8.
     */
    public static Encoding of(List<String> offered) {
        for (String kind : offered) {
            for (Encoding encoding : values()) {
                if (encoding.kind.equals(kind.toLowerCase(Locale.ROOT))) {
                    return encoding;
                }
            }
        }
        return UTF16;
    }

    /** How many units a stretch of text takes. */
    int length(String text, int from, int to) {
        if (this == UTF16) {
            return to - from;
        }
        int bytes = 0;
        for (int at = from; at < to; ) {
            int point = text.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            at += Character.charCount(point);
        }
        return bytes;
    }

    /** The offset that lies {@code units} behind {@code from}, {@code to} at most; never inside a character. */
    int advance(String text, int from, int to, int units) {
        if (this == UTF16) {
            return (int) Math.min(to, from + (long) units);
        }
        int at = from;
        int left = units;
        while (at < to) {
            int point = text.codePointAt(at);
            int width = length(text, at, at + Character.charCount(point));
            if (width > left) {
                break;
            }
            left -= width;
            at += Character.charCount(point);
        }
        return at;
    }
}
