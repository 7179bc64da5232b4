package dync.compiler.evaluate;

import dync.compiler.ast.BinaryOperator;
import dync.compiler.ast.Expression;
import dync.compiler.ast.UnaryOperator;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Rational;
import dync.compiler.value.Value;
import java.util.List;
import java.util.Optional;

/** Operators on numbers, which are computed exactly, and on signals, which become nodes. */
final class Arithmetic {
    private final TensorBuilder tensors;
    private final Reporter reporter;

    Arithmetic(TensorBuilder tensors, Reporter reporter) {
        this.tensors = tensors;
        this.reporter = reporter;
    }

    Value unary(Expression.Unary unary, Value operand) {
        if (operand instanceof Value.Poison) {
            return operand;
        }
        if (unary.operator() == UnaryOperator.NOT) {
            return operand instanceof Value.Truth truth
                    ? new Value.Truth(truth.value().map(value -> !value))
                    : refuse(unary.span(), "not", operand);
        }
        if (operand instanceof Value.Num num) {
            return new Value.Num(num.exact().map(Rational::negate), num.dimension());
        }
        return operand instanceof Value.Signal signal
                ? tensors.pointwise("neg", List.of(operand), signal.dimension(), unary.span(), reporter)
                : refuse(unary.span(), "-", operand);
    }

    Value binary(Expression.Binary binary, Value left, Value right) {
        if (left instanceof Value.Poison || right instanceof Value.Poison) {
            return new Value.Poison();
        }
        return switch (binary.operator()) {
            case AND, OR -> logic(binary, left, right);
            case EQUAL, NOT_EQUAL -> equality(binary, left, right);
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> order(binary, left, right);
            default -> compute(binary, left, right);
        };
    }

    private Value logic(Expression.Binary binary, Value left, Value right) {
        if (!(left instanceof Value.Truth a)) {
            return refuse(binary.left().span(), binary.operator().symbol(), left);
        }
        if (!(right instanceof Value.Truth b)) {
            return refuse(binary.right().span(), binary.operator().symbol(), right);
        }
        boolean decides = binary.operator() == BinaryOperator.OR;
        if (a.value().equals(Optional.of(decides)) || b.value().equals(Optional.of(decides))) {
            return Value.Truth.of(decides);
        }
        return a.value().isPresent() && b.value().isPresent() ? Value.Truth.of(!decides) : Value.Truth.unknown();
    }

    private Value equality(Expression.Binary binary, Value left, Value right) {
        boolean wantsEqual = binary.operator() == BinaryOperator.EQUAL;
        if (left instanceof Value.Num a && right instanceof Value.Num b) {
            if (!sameDimension(binary, a.dimension(), b.dimension())) {
                return new Value.Poison();
            }
            return a.exact().isPresent() && b.exact().isPresent()
                    ? Value.Truth.of(a.exact().equals(b.exact()) == wantsEqual)
                    : Value.Truth.unknown();
        }
        if (left instanceof Value.Signal || right instanceof Value.Signal) {
            return refuse(binary.span(), binary.operator().symbol(), left instanceof Value.Signal ? left : right);
        }
        if (isOpen(left) || isOpen(right)) {
            return Value.Truth.unknown();
        }
        boolean equal = left instanceof Value.Declared a && right instanceof Value.Declared b
                ? a.declaration() == b.declaration()
                : left.equals(right);
        return Value.Truth.of(equal == wantsEqual);
    }

    private static boolean isOpen(Value value) {
        return value instanceof Value.Any
                || value instanceof Value.Truth truth && truth.value().isEmpty();
    }

    private Value order(Expression.Binary binary, Value left, Value right) {
        if (!(left instanceof Value.Num a)) {
            return refuse(binary.left().span(), binary.operator().symbol(), left);
        }
        if (!(right instanceof Value.Num b)) {
            return refuse(binary.right().span(), binary.operator().symbol(), right);
        }
        if (!sameDimension(binary, a.dimension(), b.dimension())) {
            return new Value.Poison();
        }
        if (a.exact().isEmpty() || b.exact().isEmpty()) {
            return Value.Truth.unknown();
        }
        int comparison = a.exact().get().compareTo(b.exact().get());
        return Value.Truth.of(
                switch (binary.operator()) {
                    case LESS -> comparison < 0;
                    case LESS_EQUAL -> comparison <= 0;
                    case GREATER -> comparison > 0;
                    default -> comparison >= 0;
                });
    }

    private Value compute(Expression.Binary binary, Value left, Value right) {
        Optional<Dimension> a = dimension(left);
        Optional<Dimension> b = dimension(right);
        if (a.isEmpty() || b.isEmpty()) {
            Expression wrong = a.isEmpty() ? binary.left() : binary.right();
            return refuse(wrong.span(), binary.operator().symbol(), a.isEmpty() ? left : right);
        }
        return dimensionOf(binary, a.get(), b.get(), right)
                .map(dimension -> left instanceof Value.Num x && right instanceof Value.Num y
                        ? exactly(binary, x, y, dimension)
                        : tensors.pointwise(
                                function(binary.operator()), List.of(left, right), dimension, binary.span(), reporter))
                .orElseGet(Value.Poison::new);
    }

    private Optional<Dimension> dimensionOf(Expression.Binary binary, Dimension a, Dimension b, Value right) {
        switch (binary.operator()) {
            case TIMES:
                return Optional.of(a.times(b));
            case DIVIDE:
                return Optional.of(a.over(b));
            case POWER:
                if (!b.isNumber()) {
                    break;
                }
                if (a.isNumber()) {
                    return Optional.of(a);
                }
                if (right instanceof Value.Num n
                        && n.exact().map(Rational::fitsInt).orElse(false)) {
                    return Optional.of(new Dimension(a.time() * n.exact().get().intValue()));
                }
                break;
            default:
                return sameDimension(binary, a, b) ? Optional.of(a) : Optional.empty();
        }
        reporter.report(Diagnostic.error(
                        Code.DYN0403, binary.span(), "the power of " + a + " with " + b + " as exponent has no unit")
                .help("make the base a plain number first: divide it by another time"));
        return Optional.empty();
    }

    private boolean sameDimension(Expression.Binary binary, Dimension a, Dimension b) {
        if (a.equals(b)) {
            return true;
        }
        String verb =
                switch (binary.operator()) {
                    case PLUS -> "added";
                    case MINUS -> "subtracted";
                    case MOD -> "divided with a remainder";
                    default -> "compared";
                };
        Diagnostic mixed = Diagnostic.error(Code.DYN0403, binary.span(), a + " and " + b + " cannot be " + verb)
                .label(binary.left().span(), a.toString())
                .label(binary.right().span(), b.toString());
        Optional<Expression> plain = literal(binary.left()).or(() -> literal(binary.right()));
        reporter.report(
                plain.isPresent() && (a.equals(Dimension.TIME) || b.equals(Dimension.TIME))
                        ? mixed.fix(
                                "write " + plain.get().span().text() + " ms",
                                plain.get().span(),
                                plain.get().span().text() + " ms")
                        : mixed.help("divide a time by a time to get a number"));
        return false;
    }

    private static Optional<Expression> literal(Expression expression) {
        return expression instanceof Expression.Number ? Optional.of(expression) : Optional.empty();
    }

    private Value exactly(Expression.Binary binary, Value.Num left, Value.Num right, Dimension dimension) {
        if (left.exact().isEmpty() || right.exact().isEmpty()) {
            return Value.Num.unknown(dimension);
        }
        Rational a = left.exact().get();
        Rational b = right.exact().get();
        if (b.signum() == 0
                && (binary.operator() == BinaryOperator.DIVIDE || binary.operator() == BinaryOperator.MOD)) {
            reporter.report(Diagnostic.error(Code.DYN0506, binary.right().span(), "division by zero")
                    .says("is zero here"));
            return new Value.Poison();
        }
        Value result =
                switch (binary.operator()) {
                    case PLUS -> Value.Num.of(a.plus(b), dimension);
                    case MINUS -> Value.Num.of(a.minus(b), dimension);
                    case TIMES -> Value.Num.of(a.times(b), dimension);
                    case DIVIDE -> Value.Num.of(a.over(b), dimension);
                    case MOD -> Value.Num.of(a.minus(b.times(a.over(b).floor())), dimension);
                    default -> power(binary, a, b, dimension);
                };
        if (result instanceof Value.Num num
                && num.exact().map(Rational::isUnwieldy).orElse(false)) {
            reporter.report(Diagnostic.error(Code.DYN0506, binary.span(), "the result is out of the range of numbers")
                    .help("numbers have at most 300 digits"));
            return new Value.Poison();
        }
        return result;
    }

    private Value power(Expression.Binary binary, Rational base, Rational exponent, Dimension dimension) {
        double result = Math.pow(base.doubleValue(), exponent.doubleValue());
        if (!Double.isFinite(result)) {
            reporter.report(Diagnostic.error(
                    Code.DYN0506, binary.span(), "(" + base + ") ^ (" + exponent + ") is no finite number"));
            return new Value.Poison();
        }
        boolean small = exponent.fitsInt()
                && exponent.intValue() >= 0
                && exponent.intValue() <= 64
                && base.denominator().bitLength() * exponent.intValue() < 1000;
        return Value.Num.of(
                small
                        ? new Rational(
                                base.numerator().pow(exponent.intValue()),
                                base.denominator().pow(exponent.intValue()))
                        : Rational.of(result),
                dimension);
    }

    private static Optional<Dimension> dimension(Value value) {
        if (value instanceof Value.Num num) {
            return Optional.of(num.dimension());
        }
        return value instanceof Value.Signal signal ? Optional.of(signal.dimension()) : Optional.empty();
    }

    private static String function(BinaryOperator operator) {
        return switch (operator) {
            case PLUS -> "add";
            case MINUS -> "sub";
            case TIMES -> "mul";
            case DIVIDE -> "div";
            case MOD -> "mod";
            default -> "pow";
        };
    }

    private Value refuse(Span span, String operator, Value operand) {
        String hint = operand instanceof Value.None || operand instanceof Value.Any
                ? "a value that may be none is compared with == none first"
                : "";
        Diagnostic refused = Diagnostic.error(
                Code.DYN0404, span, "the operator " + operator + " does not apply to " + Describe.value(operand));
        reporter.report(hint.isEmpty() ? refused : refused.help(hint));
        return new Value.Poison();
    }
}
