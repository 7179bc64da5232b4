package dync.compiler.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void one_letter_wrong_missing_too_many_or_swapped_is_near() {
        List<String> names = List.of("kernel", "stride", "padding");
        assertThat(Spelling.nearest("kernal", names)).contains("kernel");
        assertThat(Spelling.nearest("kernl", names)).contains("kernel");
        assertThat(Spelling.nearest("kkernel", names)).contains("kernel");
        assertThat(Spelling.nearest("krenel", names)).contains("kernel");
        assertThat(Spelling.nearest("Kernel", names)).contains("kernel");
    }

    @Test
    void another_word_is_not_near() {
        assertThat(Spelling.nearest("channels", List.of("kernel", "stride"))).isEmpty();
        assertThat(Spelling.nearest("x", List.of("y", "k"))).isEmpty();
        assertThat(Spelling.nearest("conv", List.of("const"))).isEmpty();
        assertThat(Spelling.nearest("", List.of("a", ""))).isEmpty();
    }

    @Test
    void the_nearest_wins_and_equally_near_ones_go_by_the_alphabet() {
        assertThat(Spelling.nearest("feedbck", List.of("feedbacks", "feedback")))
                .contains("feedback");
        assertThat(Spelling.nearest("V5", List.of("V4", "V2", "V1"))).contains("V1");
    }

    @Test
    void distances_count_single_mistakes_up_to_their_bound() {
        assertThat(Spelling.distance("emit", "emit", 3)).isZero();
        assertThat(Spelling.distance("abcd", "badc", 3)).isEqualTo(2);
        assertThat(Spelling.distance("abc", "xyz", 1)).isEqualTo(2);
    }
}
