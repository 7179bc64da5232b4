package dync.compiler.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * An exact fraction, so that {@code 0.3 ms / 0.1 ms} is three steps and {@code 1/3 + 2/3} is one.
 *
 * @param numerator carries the sign
 * @param denominator positive, without a common factor
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {
    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is zero");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    public static Rational of(long whole) {
        return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Rational of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Rational(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** The shortest decimal that reads back as this double; it must be finite. */
    public static Rational of(double value) {
        return of(new BigDecimal(Double.toString(value)));
    }

    public Rational plus(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException where {@code other} is zero */
    public Rational over(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return new Rational(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
    }

    public Rational ceil() {
        return negate().floor().negate();
    }

    /** Halves go up. */
    public Rational round() {
        return plus(new Rational(BigInteger.ONE, BigInteger.TWO)).floor();
    }

    /** Whether it is larger than a double holds, or a fraction that takes for ever to compute with. */
    public boolean isUnwieldy() {
        return Math.max(numerator.bitLength(), denominator.bitLength()) > 4000
                || numerator.bitLength() - denominator.bitLength() > 1000;
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    public int signum() {
        return numerator.signum();
    }

    /** Whether it is a whole number that a Java {@code int} holds. */
    public boolean fitsInt() {
        return isWhole() && numerator.bitLength() < Integer.SIZE;
    }

    public int intValue() {
        return numerator.intValueExact();
    }

    public double doubleValue() {
        return isWhole() && numerator.bitLength() < 53
                ? numerator.longValue()
                : new BigDecimal(numerator)
                        .divide(new BigDecimal(denominator), MathContext.DECIMAL64)
                        .doubleValue();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** A whole number or a fraction, as tableaus are written. */
    public String fraction() {
        return isWhole() ? numerator.toString() : numerator + "/" + denominator;
    }

    /** A whole number, a decimal where it is finite and short, else a fraction. */
    @Override
    public String toString() {
        if (isWhole()) {
            return numerator.toString();
        }
        try {
            BigDecimal exact = new BigDecimal(numerator).divide(new BigDecimal(denominator));
            return exact.precision() <= 16
                    ? exact.toPlainString()
                    : exact.round(MathContext.DECIMAL32).toString();
        } catch (ArithmeticException periodic) {
            return numerator + "/" + denominator;
        }
    }
}
