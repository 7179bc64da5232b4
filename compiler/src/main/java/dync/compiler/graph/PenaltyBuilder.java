package dync.compiler.graph;

import dync.compiler.ast.Expression;
import dync.compiler.ast.Step;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.evaluate.PenaltyArguments;
import dync.compiler.evaluate.Typing;
import dync.compiler.value.Rational;
import dync.compiler.value.Symbol;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Type;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds penalties: nodes with one number for each sample and step, recorded under a name of their own and added to the
 * loss with their weight.
 */
final class PenaltyBuilder {
    private final Draft draft;
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();

    PenaltyBuilder(Draft draft) {
        this.draft = draft;
    }

    /** The node of each penalty by name. */
    Map<String, Integer> nodes() {
        return nodes;
    }

    /** The weight of each penalty by name. */
    Map<String, Double> weights() {
        return weights;
    }

    /** Adds a penalty on a flow; one of weight zero, or of kind none, adds nothing. */
    void build(Step.Penalty penalty, Value.Signal flow, Frame frame, Evaluator evaluator) {
        // what is missing or out of order has been told by the check of the file
        PenaltyArguments given = PenaltyArguments.of(penalty, Reporter.silent());
        if (given.kind().isEmpty() || given.weight().isEmpty()) {
            return;
        }
        Value kind = evaluator.evaluate(given.kind().get(), frame.scope(), PenaltyArguments.KIND, "penalty");
        Optional<Rational> weight = number(given.weight().get(), "the weight of a penalty", 0, frame, evaluator);
        Optional<Rational> p = given.p().flatMap(order -> number(order, "the order of a norm", 1, frame, evaluator));
        if (!(kind instanceof Value.Word word) || weight.isEmpty() || given.p().isPresent() && p.isEmpty()) {
            return;
        }
        boolean norm = word.symbol() == Symbol.NORM;
        if (norm != p.isPresent()) {
            frame.reporter()
                    .report(
                            norm
                                    ? Diagnostic.error(Code.DYN0206, penalty.span(), "a norm needs its order p")
                                            .help("write penalty(norm, "
                                                    + given.weight()
                                                            .get()
                                                            .span()
                                                            .text() + ", p = 3), or l1 or l2 for the two usual ones")
                                    : Diagnostic.error(
                                                    Code.DYN0204,
                                                    given.p().get().span(),
                                                    "the penalty "
                                                            + word.symbol().word() + " has no order p")
                                            .help("leave p out, or write penalty(norm, …, p = "
                                                    + given.p().get().span().text() + ")"));
            return;
        }
        if (weight.get().signum() != 0) {
            String name = frame.next("penalty");
            List<Operand> operands = new ArrayList<>(List.of(FrameTensors.read(flow)));
            if (word.symbol() == Symbol.SMOOTHNESS) {
                operands.add(FrameTensors.read(flow.later(1, flow.past())));
            }
            int node = draft.add(name, op(word.symbol(), p), operands, TensorShape.of(1), penalty.span());
            nodes.put(name, node);
            weights.put(name, weight.get().doubleValue());
        }
    }

    private static Op op(Symbol kind, Optional<Rational> p) {
        return switch (kind) {
            case BALANCE -> new Op.Primitive("balance", List.of());
            case SMOOTHNESS -> new Op.Primitive("smoothness", List.of());
            default -> {
                double order = p.map(Rational::doubleValue).orElse(kind == Symbol.L1 ? 1.0 : 2.0);
                yield new Op.Primitive("norm", List.of(new Op.CallArgument.Number(order)));
            }
        };
    }

    private static Optional<Rational> number(
            Expression expression, String what, int least, Frame frame, Evaluator evaluator) {
        Value value = Typing.constant(
                evaluator.evaluate(expression, frame.scope()), Type.of("float"), expression, what, frame.reporter());
        Optional<Rational> number = value instanceof Value.Num num ? num.exact() : Optional.empty();
        if (number.isPresent() && number.get().compareTo(Rational.of(least)) < 0) {
            frame.reporter()
                    .report(
                            Diagnostic.error(
                                            Code.DYN0506,
                                            expression.span(),
                                            what + " is " + number.get() + ", and it is at least " + least)
                                    .help(
                                            least == 0
                                                    ? "a penalty adds to the loss: give it a positive weight"
                                                    : "p = 1 is the mean of absolute values, p = 2 the root of the mean square"));
            return Optional.empty();
        }
        return number;
    }
}
