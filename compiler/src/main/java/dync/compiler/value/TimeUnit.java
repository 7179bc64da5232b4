package dync.compiler.value;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The closed set of units. Times are held in milliseconds, rates in 1/ms. */
public enum TimeUnit {
    US("us", new Rational(java.math.BigInteger.ONE, java.math.BigInteger.valueOf(1000)), Dimension.TIME),
    MS("ms", Rational.ONE, Dimension.TIME),
    S("s", Rational.of(1000), Dimension.TIME),
    HZ("Hz", new Rational(java.math.BigInteger.ONE, java.math.BigInteger.valueOf(1000)), Dimension.RATE),
    KHZ("kHz", Rational.ONE, Dimension.RATE);

    private final String symbol;
    private final Rational scale;
    private final Dimension dimension;

    TimeUnit(String symbol, Rational scale, Dimension dimension) {
        this.symbol = symbol;
        this.scale = scale;
        this.dimension = dimension;
    }

    public static Optional<TimeUnit> of(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    public static List<String> symbols() {
        return Arrays.stream(values()).map(unit -> unit.symbol).toList();
    }

    public Rational scale() {
        return scale;
    }

    public Dimension dimension() {
        return dimension;
    }
}
