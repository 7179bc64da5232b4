package dync.names;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How weights are called elsewhere. Rules are tried in their order; of several that fit a name there, the first whose
 * weight the model has is taken, so that a map may serve models with different parts.
 */
public final class NameMap {
    /** The names that weights have here. */
    public static final NameMap OWN = new NameMap(
            "dync",
            List.of(),
            List.of(new NameRule.Pair(
                    new NamePattern("{name*}"), new NamePattern("{name*}"), true, false, Optional.empty())));

    private final String origin;
    private final List<String> models;
    private final List<NameRule> rules;

    NameMap(String origin, List<String> models, List<NameRule> rules) {
        this.origin = origin;
        this.models = List.copyOf(models);
        this.rules = List.copyOf(rules);
    }

    /** Where the names come from, such as {@code torchvision}. */
    public String origin() {
        return origin;
    }

    /** The models that it is written for; others that call their weights alike can use it too. */
    public List<String> models() {
        return models;
    }

    /** Whether it is written for a model of this name; the own names are for any. */
    public boolean isFor(String model) {
        return models.contains(model) || models.isEmpty();
    }

    /** What becomes of a name from elsewhere. */
    public sealed interface Landing {}

    /** It is this weight. */
    public record Lands(String weight) implements Landing {}

    /** It is known and no weight here. */
    public record Dropped(String because) implements Landing {}

    /**
     * It is nothing that the map and the model know.
     *
     * @param meant the weight that it would be, which the model does not have
     */
    public record Unknown(Optional<String> meant) implements Landing {}

    /** @param weights the names of the model's weights */
    public Landing land(String name, Set<String> weights) {
        Optional<String> meant = Optional.empty();
        for (NameRule rule : rules) {
            if (rule instanceof NameRule.Pair pair) {
                Optional<String> weight = pair.here(name, weights);
                if (weight.filter(weights::contains).isPresent()) {
                    return new Lands(weight.get());
                }
                meant = meant.or(() -> weight);
            } else if (rule instanceof NameRule.Drop drop
                    && drop.there().match(name).isPresent()) {
                return new Dropped(drop.because());
            }
        }
        return new Unknown(meant);
    }

    /**
     * What a weight is called there.
     *
     * @param vector whether a single number is a vector of one there
     */
    public record Abroad(String name, boolean vector) {}

    /** @return empty if it is not there, or the map does not know it */
    public Optional<Abroad> abroad(String weight, Set<String> weights) {
        for (NameRule rule : rules) {
            if (rule instanceof NameRule.Pair pair) {
                Optional<String> name = pair.there(weight, weights);
                if (name.isPresent()) {
                    return Optional.of(new Abroad(name.get(), pair.vector()));
                }
            }
        }
        return Optional.empty();
    }

    /** Why a weight of the model is not there, if the map knows that. */
    public Optional<String> absent(String weight) {
        return rules.stream()
                .filter(NameRule.Keep.class::isInstance)
                .map(NameRule.Keep.class::cast)
                .filter(keep -> keep.here().match(weight).isPresent())
                .map(NameRule.Keep::because)
                .findFirst();
    }

    @Override
    public String toString() {
        return origin + (models.isEmpty() ? "" : " (" + String.join(", ", models) + ")");
    }
}
