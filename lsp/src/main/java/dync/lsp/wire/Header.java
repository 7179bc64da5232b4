package dync.lsp.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines in front of a message, in any order and case; those that say nothing about its content are left out. */
final class Header {
    /** Longer contents are taken for a mistake; the longest source file that was ever seen is far below. */
    static final int MOST_BYTES = 64 << 20;

    private static final Pattern LENGTH = Pattern.compile("content-length\\s*:(.*)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET =
            Pattern.compile("^content-type\\s*:.*charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+\\s*:.*");

    private final Set<String> lengths = new LinkedHashSet<>();
    private String encoding = "utf-8";
    private boolean strayed = false;

    void add(String line) {
        Matcher length = LENGTH.matcher(line);
        Matcher charset = CHARSET.matcher(line);
        if (length.find()) {
            strayed |= length.start() > 0;
            lengths.add(length.group(1).strip());
        } else if (charset.find()) {
            encoding = charset.group(1);
        } else {
            strayed |= !OTHER.matcher(line).matches();
        }
    }

    boolean isEmpty() {
        return lengths.isEmpty() && !strayed;
    }

    /** Whether something stood before or among the lines that belongs to no header. */
    boolean hasStrayed() {
        return strayed;
    }

    /** How many bytes the content takes; empty where that is not known. */
    Optional<Integer> length() {
        if (lengths.size() != 1) {
            return Optional.empty();
        }
        try {
            int length = Integer.parseInt(lengths.iterator().next());
            return length < 0 || length > MOST_BYTES ? Optional.empty() : Optional.of(length);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** What is wrong where the length is not known. */
    String lengthProblem() {
        return lengths.isEmpty()
                ? "the header of a message has no Content-Length"
                : lengths.size() > 1
                        ? "the header of a message has several lengths: " + String.join(", ", lengths)
                        : "the Content-Length of a message must be a number of bytes up to " + MOST_BYTES + ", and is "
                                + lengths.iterator().next();
    }

    /** What the content is written in; empty where it is not known here. */
    Optional<Charset> charset() {
        try {
            // utf8 is what older clients call it
            return Optional.of(
                    encoding.toLowerCase(Locale.ROOT).equals("utf8")
                            ? StandardCharsets.UTF_8
                            : Charset.forName(encoding));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    String charsetProblem() {
        return "the character set " + encoding + " of a message is not known here; utf-8 always is";
    }
}
