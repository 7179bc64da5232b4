package dync.train.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dync.train.memory.MemoryEstimate.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryEstimateTest {
    @Test
    void a_line_through_the_two_largest_batches() {
        MemoryEstimate estimate =
                MemoryEstimate.through(List.of(new Sample(1, 500), new Sample(8, 180), new Sample(16, 260)));

        assertThat(estimate).isEqualTo(new MemoryEstimate(100, 10));
        assertThat(estimate.bytes(32)).isEqualTo(420);
    }

    @Test
    void tells_the_largest_batch_that_fits() {
        MemoryEstimate estimate = new MemoryEstimate(100, 10);

        assertThat(estimate.largestWithin(420)).contains(32);
        assertThat(estimate.largestWithin(429)).contains(32);
        assertThat(estimate.largestWithin(110)).contains(1);
        assertThat(estimate.largestWithin(109)).isEmpty();
    }

    @Test
    void a_step_whose_memory_does_not_grow_fits_at_any_batch() {
        MemoryEstimate flat = MemoryEstimate.through(List.of(new Sample(1, 200), new Sample(2, 190)));

        assertThat(flat.bytes(1000)).isEqualTo(190);
        assertThat(flat.largestWithin(190)).contains(Integer.MAX_VALUE);
    }

    @Test
    void sizes_are_told_as_people_say_them() {
        assertThat(Figures.words(380_000_000L)).isEqualTo("380 MB");
        assertThat(Figures.words(2_440_000_000L)).isEqualTo("2.4 GB");
        assertThat(Figures.words(31_200_000_000L)).isEqualTo("31 GB");
        assertThat(Figures.words(999_600_000L)).isEqualTo("1.0 GB");
    }
}
