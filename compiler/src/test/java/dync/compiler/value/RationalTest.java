package dync.compiler.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RationalTest {
    private static Rational of(long numerator, long denominator) {
        return Rational.of(numerator).over(Rational.of(denominator));
    }

    @Test
    void a_delay_of_tenths_is_a_whole_number_of_steps() {
        Rational steps = Rational.of(new BigDecimal("0.3")).over(Rational.of(new BigDecimal("0.1")));
        assertThat(steps.isWhole()).isTrue();
        assertThat(steps.intValue()).isEqualTo(3);
    }

    @Property(tries = 2000)
    void sums_and_products_undo_each_other(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c, @ForAll @IntRange(min = 1) int d) {
        Rational x = of(a, b);
        Rational y = of(c, d);
        assertThat(x.plus(y).minus(y)).isEqualTo(x);
        assertThat(x.times(y)).isEqualTo(y.times(x));
        if (y.signum() != 0) {
            assertThat(x.times(y).over(y)).isEqualTo(x);
        }
    }

    @Property
    void floor_and_ceil_enclose(@ForAll int a, @ForAll @IntRange(min = 1) int b) {
        Rational x = of(a, b);
        assertThat(x.floor().doubleValue()).isEqualTo(Math.floorDiv((long) a, (long) b));
        assertThat(x.ceil().minus(x.floor())).isEqualTo(x.isWhole() ? Rational.ZERO : Rational.ONE);
        assertThat(x.round().compareTo(x.floor())).isNotNegative();
        assertThat(x.round().compareTo(x.ceil())).isNotPositive();
    }

    @Property
    void a_double_is_read_as_the_decimal_that_it_prints(@ForAll @IntRange(min = -99999, max = 99999) int thousandths) {
        assertThat(Rational.of(thousandths / 1000.0)).isEqualTo(of(thousandths, 1000));
    }

    @Property(tries = 2000)
    void order_is_that_of_the_numbers(
            @ForAll int a, @ForAll @IntRange(min = 1) int b, @ForAll int c, @ForAll @IntRange(min = 1) int d) {
        assertThat(Integer.signum(of(a, b).compareTo(of(c, d))))
                .isEqualTo(Long.signum(Long.compare((long) a * d, (long) c * b)));
    }

    @Test
    void whole_numbers_know_whether_an_int_holds_them() {
        assertThat(Rational.of(Integer.MAX_VALUE).fitsInt()).isTrue();
        assertThat(Rational.of(Integer.MIN_VALUE).fitsInt()).isTrue();
        assertThat(Rational.of(Integer.MAX_VALUE + 1L).fitsInt()).isFalse();
        assertThat(of(1, 2).fitsInt()).isFalse();
    }

    @Test
    void nothing_is_divided_by_zero() {
        assertThatThrownBy(() -> of(1, 0)).isInstanceOf(ArithmeticException.class);
    }
}
