package dync.train.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dync.runtime.UserError;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against steps that take 8 MB for each image, of memory that is really there; in a process of its own, whose heap does not
 * shrink meanwhile: see the execution {@code memory} of the build.
 */
@Tag("memory")
class MemoryCheckTest {
    private static final long EACH = 8_000_000;
    private static final long MUCH = 100_000_000_000L;

    private final List<Integer> tried = new ArrayList<>();

    @BeforeEach
    void linuxTells() {
        assumeThat(MemoryUse.now()).isPresent();
    }

    @Test
    void tells_what_a_batch_takes_within_fifteen_percent() {
        MemoryEstimate estimate = MemoryCheck.run(40, 1, MUCH, this::step).orElseThrow();

        assertThat(tried).containsExactly(1, 10, 20);
        assertThat((double) estimate.bytes(40)).isBetween(0.85 * 40 * EACH, 1.15 * 40 * EACH);
    }

    @Test
    void refuses_a_batch_that_will_not_fit_and_says_which_does() {
        assertThatThrownBy(() -> MemoryCheck.run(40, 1, 24 * EACH, this::step))
                .isInstanceOf(UserError.class)
                .hasMessageMatching("training needs about 3\\d\\d MB for a batch of 40, there are 192 MB")
                .satisfies(error -> assertThat(((UserError) error).help()).hasValueSatisfying(help -> assertThat(help)
                        .matches("a batch of 2\\d fits; .*switch the memory check off")));
    }

    @Test
    void does_not_try_what_will_not_fit() {
        assertThatThrownBy(() -> MemoryCheck.run(400, 1, 150 * EACH, this::step))
                .isInstanceOf(UserError.class);
        assertThat(tried).containsExactly(1, 100);
    }

    @Test
    void memory_that_is_given_back_meanwhile_hides_nothing() {
        PointerScope held = new PointerScope();
        torch.ones(100 * EACH / Float.BYTES);
        MemoryEstimate estimate = MemoryCheck.run(40, 1, MUCH, images -> {
                    if (images == 1) {
                        held.close();
                    }
                    step(images);
                })
                .orElseThrow();
        assertThat((double) estimate.bytes(40)).isBetween(0.85 * 40 * EACH, 1.15 * 40 * EACH);
    }

    @Test
    void a_step_that_needs_several_images_gets_them() {
        assertThat(MemoryCheck.run(40, 3, MUCH, this::step)).isPresent();
        assertThat(tried).containsExactly(3, 10, 20);
        assertThat(MemoryCheck.run(12, 3, MUCH, this::step)).isEmpty();
    }

    @Test
    void a_batch_of_few_is_not_worth_a_check() {
        for (int few = 1; few < 8; few++) {
            assertThat(MemoryCheck.run(few, 1, MUCH, this::step)).isEmpty();
        }
        assertThat(tried).isEmpty();
        assertThat(MemoryCheck.run(8, 1, MUCH, this::step))
                .hasValueSatisfying(estimate -> assertThat(estimate.bytes(8)).isLessThan(MUCH));
    }

    @Test
    void use_and_its_peak_are_told() {
        step(20);
        MemoryUse use = MemoryUse.now().orElseThrow();

        assertThat(use.resident()).isPositive();
        assertThat(use.peak()).isGreaterThanOrEqualTo(use.resident());
    }

    @Test
    void reads_the_figures_of_the_system() {
        assertThat(MemoryUse.parse("Name:\tjava\nVmHWM:\t    7 kB\nVmRSS:\t    5 kB\n"))
                .contains(new MemoryUse(5 * 1024, 7 * 1024));
        assertThat(MemoryUse.parse("Name:\tjava\n")).isEmpty();
    }

    private void step(int batch) {
        tried.add(batch);
        try (PointerScope scope = new PointerScope()) {
            torch.ones(batch * EACH / Float.BYTES);
        }
    }
}
