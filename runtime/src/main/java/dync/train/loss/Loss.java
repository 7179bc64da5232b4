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
    /** Name of the sum of the model's own penalties among the terms. */
    public static final String PENALTY = "penalty";

    private record Term(String name, double weight, LossTerm term) {}

    /**
     * What a batch costs.
     *
     * @param total with a gradient where the answers have one
     * @param terms by name, without their weights; tensors of one number
     */
    public record Cost(Tensor total, Map<String, Tensor> terms) {}

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

    /** Names of the terms, in their order; the penalty of a model that has one comes after. */
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
        Optional<Tensor> total = Optional.empty();
        for (Term term : terms) {
            Tensor value = term.term().of(judged);
            values.put(term.name(), value);
            Tensor weighted = term.weight() == 1 ? value : value.mul(new Scalar(term.weight()));
            total = Optional.of(total.map(sum -> sum.add(weighted)).orElse(weighted));
        }
        Optional<Tensor> penalty = judged.responses().penalty();
        if (penalty.isPresent()) {
            values.put(PENALTY, penalty.get());
            total = Optional.of(total.map(sum -> sum.add(penalty.get())).orElse(penalty.get()));
        }
        return new Cost(total.orElseThrow(), values);
    }
}
