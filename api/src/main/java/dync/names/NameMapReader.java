package dync.names;

import dync.runtime.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the maps of a {@code .names} file; docs/weights.md tells how it is written. */
final class NameMapReader {
    private static final Pattern PAIR =
            Pattern.compile("(\\S+)\\s+(<->|->)\\s+(\\S+)(\\s+as \\[1\\])?(?:\\s+where\\s+(\\S+))?");
    private static final Pattern DROP_OR_KEEP = Pattern.compile("(drop|keep)\\s+(\\S+)\\s+because\\s+(.+)");

    private final String origin;
    private final List<NameMap> maps = new ArrayList<>();
    private List<String> models = List.of();
    private List<NameRule> rules = new ArrayList<>();

    private NameMapReader(String origin) {
        this.origin = origin;
    }

    /** @throws BadFile if a line is not written as the format has it */
    static List<NameMap> read(Path file, String origin, String text) {
        NameMapReader reader = new NameMapReader(origin);
        int number = 1;
        for (String line : text.split("\\R", -1)) {
            try {
                reader.line(line.strip());
            } catch (IllegalArgumentException wrong) {
                throw new BadFile(
                        file,
                        "line " + number + ": " + wrong.getMessage(),
                        "docs/weights.md tells how name maps are written",
                        wrong);
            }
            number++;
        }
        reader.end();
        return List.copyOf(reader.maps);
    }

    private void line(String line) {
        Matcher pair = PAIR.matcher(line);
        Matcher other = DROP_OR_KEEP.matcher(line);
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (line.startsWith("for ")) {
            end();
            models = Arrays.asList(line.substring("for ".length()).strip().split("\\s+"));
        } else if (other.matches()) {
            NamePattern pattern = new NamePattern(other.group(2));
            rules.add(
                    other.group(1).equals("drop")
                            ? new NameRule.Drop(pattern, other.group(3))
                            : new NameRule.Keep(pattern, other.group(3)));
        } else if (pair.matches()) {
            rules.add(pair(pair));
        } else {
            throw new IllegalArgumentException(
                    "expected for MODELS, THERE <-> HERE, THERE -> HERE, drop THERE because …, or keep HERE because …");
        }
    }

    private static NameRule.Pair pair(Matcher line) {
        NamePattern there = new NamePattern(line.group(1));
        NamePattern here = new NamePattern(line.group(3));
        if (!there.placeholders().equals(here.placeholders())) {
            throw new IllegalArgumentException("both sides need the same placeholders; they have "
                    + there.placeholders() + " and " + here.placeholders());
        }
        Optional<NamePattern> where = Optional.ofNullable(line.group(5)).map(NamePattern::new);
        where.filter(pattern -> !here.placeholders().containsAll(pattern.placeholders()))
                .ifPresent(pattern -> {
                    throw new IllegalArgumentException(
                            "where " + pattern + " has a placeholder that the names do not have");
                });
        return new NameRule.Pair(there, here, line.group(2).equals("<->"), line.group(4) != null, where);
    }

    private void end() {
        if (!rules.isEmpty()) {
            maps.add(new NameMap(origin, models, rules));
        }
        rules = new ArrayList<>();
    }
}
