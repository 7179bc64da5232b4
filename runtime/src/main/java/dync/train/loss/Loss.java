package dync.train.loss;

import dync.runtime.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The sum that training makes small: each term times its weight, and the penalties of the model. */
public final class Loss {
    private record Term(String name, double weight, LossTerm term) {}

    /**
     * What a batch costs.
     *
     * @param error the weighted sum of the terms, with a gradient where the answers have one
     * @param terms by name, without their weights
     * @param penalty what the model's own penalties add
     */
    public record Cost(Tensor error, Map<String, Tensor> terms, Optional<Tensor> penalty) {
        /** What training makes small. */
        public Tensor total() {
            return penalty.map(error::add).orElse(error);
        }
    }

    private final List<Term> terms = new ArrayList<>();

    /**
     * Makes all terms. A kind that comes several times is numbered: {@code activity}, {@code activity_2}.
     *
     * @throws UserError if there is none, or one does not fit the model or the classes
     */
    public Loss(List<LossSettings> settings, LossPlace place) {
        if (settings.isEmpty()) {
            throw new UserError("the loss has no term", "write loss: [cross_entropy]");
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (LossSettings one : settings) {
            int number = seen.merge(one.name(), 1, Integer::sum);
            String name = number == 1 ? one.name() : one.name() + "_" + number;
            terms.add(new Term(name, one.weight(), one.term(place)));
        }
    }

    /** Names of the terms, in their order. */
    public List<String> names() {
        return terms.stream().map(Term::name).toList();
    }

    /** The areas whose responses have to be recorded. */
    public Set<String> areas() {
        return terms.stream().flatMap(term -> term.term().areas().stream()).collect(Collectors.toSet());
    }

    /** Judges a batch. */
    public Cost of(Judged judged) {
        Map<String, Tensor> values = new LinkedHashMap<>();
        Optional<Tensor> error = Optional.empty();
        for (Term term : terms) {
            Tensor value = term.term().of(judged);
            values.put(term.name(), value);
            Tensor weighted = term.weight() == 1 ? value : value.mul(new Scalar(term.weight()));
            error = Optional.of(error.map(sum -> sum.add(weighted)).orElse(weighted));
        }
        return new Cost(error.orElseThrow(), values, judged.responses().penalty());
    }
}
