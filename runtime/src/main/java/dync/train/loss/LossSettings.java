package dync.train.loss;

import dync.settings.Key;
import dync.settings.Kind;
import java.util.Map;
import java.util.TreeMap;

/** One term of the loss with its weight in the sum. */
public sealed interface LossSettings permits LossSettings.CrossEntropy, LossSettings.MeanSquaredError, ActivityPenalty {

    /** What it is multiplied by in the sum. */
    double weight();

    /** What it is called where figures are reported. */
    String name();

    /** Makes the term. */
    LossTerm term(LossPlace place);

    /** The reference toolbox's loss, and everybody's. */
    @Kind("minus the logarithm of what a softmax gives the right class")
    record CrossEntropy(
            @Key(value = "weight in the sum", standard = "1", above = 0)
            double weight,

            @Key(value = "how much each labelled step counts", standard = "even")
            StepWeights steps,

            @Key(value = "share of the target that is spread over all classes", standard = "0", atLeast = 0, atMost = 1)
            double labelSmoothing,

            @Key(value = "how much classes count, by name; 1 for those that are not named", standard = "", atLeast = 0)
            Map<String, Double> classWeights)
            implements LossSettings {
        /** The mean over all labelled steps. */
        public static final CrossEntropy PLAIN = new CrossEntropy(1, new StepWeights.Even(), 0, Map.of());

        /** Copies the map. */
        public CrossEntropy {
            classWeights = java.util.Collections.unmodifiableMap(new TreeMap<>(classWeights));
        }

        @Override
        public String name() {
            return "cross_entropy";
        }

        @Override
        public LossTerm term(LossPlace place) {
            return new CrossEntropyTerm(this, place.classes());
        }
    }

    /** For readouts that are rates rather than log-odds. */
    @Kind("squared distance from 1 for the right class and 0 for the others, mean over classes")
    record MeanSquaredError(
            @Key(value = "weight in the sum", standard = "1", above = 0)
            double weight,

            @Key(value = "how much each labelled step counts", standard = "even")
            StepWeights steps)
            implements LossSettings {
        @Override
        public String name() {
            return "mean_squared_error";
        }

        @Override
        public LossTerm term(LossPlace place) {
            return judged -> SquaredErrorTerm.of(judged, steps);
        }
    }
}
