package dync.parity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table from the names of the reference's weights, as patterns, to the names here. */
final class Names implements Function<String, Optional<String>> {
    private final Map<Pattern, String> table = new LinkedHashMap<>();

    /** @param replacement with {@code $1 …} for the groups; empty for what is no weight here */
    Names map(String pattern, String replacement) {
        table.put(Pattern.compile(pattern), replacement);
        return this;
    }

    /** The weights of a layer, with length and direction where they are normalised. */
    Names module(String pattern, String here) {
        return map(pattern + "\\.(weight|bias)", here + ".$1")
                .map(pattern + "\\.parametrizations\\.weight\\.original0", here + ".length")
                .map(pattern + "\\.parametrizations\\.weight\\.original1", here + ".weight");
    }

    /**
     * @return empty for what is known to be no weight here
     * @throws OutOfScope if no line of the table fits
     */
    @Override
    public Optional<String> apply(String reference) {
        for (Map.Entry<Pattern, String> line : table.entrySet()) {
            Matcher matcher = line.getKey().matcher(reference);
            if (matcher.matches()) {
                String name = matcher.replaceFirst(line.getValue());
                return Optional.of(name).filter(found -> !found.isEmpty());
            }
        }
        throw new OutOfScope("no name here for the weight " + reference);
    }
}
