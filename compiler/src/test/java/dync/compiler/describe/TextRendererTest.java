package dync.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRendererTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void no_line_is_wider_than_the_terminal(int width) throws IOException {
        for (Description description : new Description[] {Described.ventral(), Described.streams()}) {
            assertThat(new TextRenderer(width).render(description).lines())
                    .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void a_number_keeps_its_unit_on_its_line() throws IOException {
        assertThat(new TextRenderer(40).render(Described.streams()).lines())
                .noneSatisfy(line -> assertThat(line.strip()).startsWith("ms"));
    }

    @Test
    void what_was_set_is_said() throws IOException {
        assertThat(new TextRenderer(80).render(Described.ventral()))
                .contains("with t_feedforward = 2 ms, feedback = additive");
    }

    @Test
    void large_numbers_have_three_digits() {
        assertThat(Figures.large(999)).isEqualTo("999");
        assertThat(Figures.large(1_000)).isEqualTo("1.00 k");
        assertThat(Figures.large(9_996)).isEqualTo("10.0 k");
        assertThat(Figures.large(999_700)).isEqualTo("1.00 M");
        assertThat(Figures.large(11_558_837_248L)).isEqualTo("11.6 G");
    }
}
