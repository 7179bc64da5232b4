package dync.train.loss;

import dync.runtime.ModelInfo;
import dync.runtime.Nearest;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * A cost of activity in areas of any model: what {@code penalty(kind, weight / n)} written into each of the n areas would
 * add to the loss. Idle steps cost nothing.
 *
 * @param areas areas or probes, at least one
 * @param measure what they are charged for
 * @param weight what it costs, in units of the error
 */
@Kind(name = "activity", value = "how much activity there is in areas, or how far it is from balance")
public record ActivityPenalty(
        @Key("areas or probes by name; the cost is the mean over them")
        List<String> areas,

        @Key(value = "what they are charged for", standard = "size")
        ActivityMeasure measure,

        @Key(value = "what a measure of 1 adds to the loss", atLeast = 0)
        double weight)
        implements LossSettings {
    /**
     * Checks the areas.
     *
     * @throws UserError if there are none, or one twice
     */
    public ActivityPenalty {
        areas = List.copyOf(areas);
        if (areas.isEmpty()) {
            throw new UserError("a penalty on the activity of no area", "name at least one area, as in areas: [V1]");
        }
        if (new LinkedHashSet<>(areas).size() < areas.size()) {
            throw new UserError("a penalty names an area twice: " + String.join(", ", areas), "name each area once");
        }
    }

    @Override
    public String name() {
        return "activity";
    }

    /** @throws UserError if the model has no such area or probe */
    @Override
    public LossTerm term(LossPlace place) {
        List<String> known =
                place.model().areas().stream().map(ModelInfo.Area::name).toList();
        for (String area : areas) {
            if (!known.contains(area)) {
                throw new UserError(
                        place.model().name() + " has no area or probe '" + area + "' to charge",
                        Nearest.advice(area, known));
            }
        }
        return new LossTerm() {
            @Override
            public Tensor of(Judged judged) {
                return measured(judged.responses());
            }

            @Override
            public Set<String> areas() {
                return Set.copyOf(ActivityPenalty.this.areas());
            }
        };
    }

    /** What a run has to record so that {@link #of} has its gradient. */
    public Recording recording() {
        return Recording.areas(areas.toArray(String[]::new)).withGradient();
    }

    /** {@link #of(Responses)} without its weight. */
    public Tensor measured(Responses responses) {
        Tensor sum = areas.stream()
                .map(area -> mean(responses.response(area), responses.present(area), measure))
                .reduce(Tensor::add)
                .orElseThrow();
        return sum.div(new Scalar((double) areas.size()));
    }

    /**
     * What the loss grows by.
     *
     * @param responses of a run with {@link #recording}
     * @return one number, with a gradient where the responses have one
     */
    public Tensor of(Responses responses) {
        return measured(responses).mul(new Scalar(weight));
    }

    /**
     * The mean over the samples and over the steps at which an area is there.
     *
     * @param response {@code [B, T, …]}, zeros where it is absent
     * @param present for every step whether it is there
     * @return one number; 0 if it is never there
     */
    public static Tensor mean(Tensor response, boolean[] present, ActivityMeasure measure) {
        int steps = 0;
        for (boolean there : present) {
            steps += there ? 1 : 0;
        }
        // an absent step is all zeros and costs nothing
        Tensor costs = measure.of(response.flatten(0, 1));
        return costs.sum().div(new Scalar((double) Math.max(1, steps) * response.size(0)));
    }
}
