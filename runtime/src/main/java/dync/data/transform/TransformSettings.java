package dync.data.transform;

import dync.data.Split;
import dync.settings.Key;
import java.util.List;

/**
 * What is done to images before a model sees them.
 *
 * @param train to images that are trained on, in this order
 * @param test to all others, in this order
 * @param normalisation at last, to all
 */
public record TransformSettings(
        @Key(value = "what is done to images that are trained on, in this order", standard = "")
        List<TransformStep> train,

        @Key(value = "what is done to images that are tested on, in this order", standard = "")
        List<TransformStep> test,

        @Key(value = "how values are normalised at last", standard = "set")
        NormalisationSettings normalisation) {
    /** Nothing but the normalisation by the figures of the set. */
    public static final TransformSettings NONE =
            new TransformSettings(List.of(), List.of(), new NormalisationSettings.OfSet());

    /** Keeps copies. */
    public TransformSettings {
        train = List.copyOf(train);
        test = List.copyOf(test);
    }

    /** The transforms for a split of a set. */
    public List<Transform> of(String set, Split split) {
        return (split == Split.TRAIN ? train : test)
                .stream().flatMap(step -> step.transforms(set, split).stream()).toList();
    }
}
