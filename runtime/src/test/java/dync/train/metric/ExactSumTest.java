package dync.train.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    @Test
    void theOrderOfTheTermsDoesNotMatter() {
        Random random = new Random(1);
        List<Double> terms = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            terms.add(Math.exp(4 * random.nextGaussian()));
        }
        ExactSum forward = sum(terms);
        Collections.shuffle(terms, random);
        ExactSum shuffled = sum(terms.subList(0, 10));
        shuffled.merge(sum(terms.subList(10, terms.size())));

        assertThat(shuffled.value()).isEqualTo(forward.value());
        assertThat(forward.value())
                .isEqualTo(terms.stream().mapToDouble(Double::doubleValue).sum(), within(10_000 * 0x1p-24));
    }

    @Test
    void whatIsNoNumberOrTooLargeSpoilsTheSum() {
        assertThat(sum(List.of(1.0, Double.NaN)).value()).isNaN();
        assertThat(sum(List.of(Double.POSITIVE_INFINITY)).value()).isNaN();
        assertThat(sum(Collections.nCopies(5, 2e11)).value()).isNaN();
        assertThat(sum(List.of(1.0, 2.5)).mean(2)).isEqualTo(1.75);
        assertThat(sum(List.of()).mean(0)).isNaN();
    }

    private static ExactSum sum(List<Double> terms) {
        ExactSum sum = new ExactSum();
        terms.forEach(sum::add);
        return sum;
    }
}
