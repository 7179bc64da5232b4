package dync.compiler.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.value.TensorShape;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriberTest {
    private static Description model(String items) {
        return Described.text("model M() { clock(step = 2 ms, steps = 20)  input(4, 8, 8)  " + items
                + "  readout r { avgpool; flatten } }");
    }

    private static Description.Connection only(Description description, Description.Kind kind) {
        assertThat(description.connections()).filteredOn(c -> c.kind() == kind).hasSize(1);
        return description.connections().stream()
                .filter(connection -> connection.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Description.Place place(Description description, String name) {
        return description.place(name).orElseThrow();
    }

    @Test
    void multiply_adds_count_each_weight_once_for_each_place() {
        Description description = model("""
                area Dense { conv(6, kernel = 3, stride = 2)  emit }
                area Grouped { conv(12, kernel = 3, groups = 2, bias = false)  batchnorm  emit }
                area Depth { depthwise(kernel = 5)  relu  maxpool(2)  emit }
                area Flat { flatten  linear(7)  emit }
                area Square from Dense { emit }
                """);

        assertThat(place(description, "Dense").cost().multiplyAdds()).isEqualTo(6 * 4 * 4 * 4 * 9);
        assertThat(place(description, "Grouped").cost().multiplyAdds()).isEqualTo(12 * 4 * 4 * 3 * 9);
        assertThat(place(description, "Depth").cost().multiplyAdds()).isEqualTo(12 * 4 * 4 * 25);
        assertThat(place(description, "Flat").cost().multiplyAdds()).isEqualTo(12 * 2 * 2 * 7);
        assertThat(description.total().multiplyAdds())
                .isEqualTo(description.places().stream()
                        .mapToLong(place -> place.cost().multiplyAdds())
                        .sum());
    }

    @Test
    void running_statistics_are_no_parameters() {
        Description description = model("area A { conv(6, kernel = 1)  batchnorm  emit }");

        assertThat(place(description, "A").cost().parameters()).isEqualTo(6 * 4 + 6 + 12);
        assertThat(place(description, "A").cost().fixed()).isEqualTo(12);
    }

    @Test
    void what_follows_a_recurrence_or_a_delay_depends_on_more_than_the_stimulus() {
        Description description = model("""
                area A { conv(4)  recurrent(full, delay = 2 ms)  conv(4)  emit }
                area B { conv(4)  emit }
                """);
        long each = 4 * 8 * 8 * 4 * 9;

        assertThat(place(description, "A").cost().multiplyAdds()).isEqualTo(3 * each);
        assertThat(place(description, "A").cost().stimulusOnly()).isEqualTo(each);
        assertThat(place(description, "B").cost().stimulusOnly()).isZero();
    }

    @Test
    void a_bridge_is_what_nobody_wrote() {
        String areas = "area A { emit }  area B { conv(6, stride = 2)  receive skip  emit }";
        Description.Connection bridged = only(model(areas + " skip A -> B"), Description.Kind.SKIP);
        Description.Connection written =
                only(model(areas + " skip A -> B { conv(6, kernel = 1, stride = 2) }"), Description.Kind.SKIP);

        assertThat(bridged.bridges())
                .extracting(Description.Bridge::operation, Description.Bridge::from, Description.Bridge::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("conv", TensorShape.of(4, 8, 8), TensorShape.of(6, 8, 8)),
                        org.assertj.core.groups.Tuple.tuple(
                                "resample", TensorShape.of(6, 8, 8), TensorShape.of(6, 4, 4)));
        assertThat(bridged.cost().parameters()).isEqualTo(6 * 4 + 6);
        assertThat(written.bridges()).isEmpty();
        assertThat(written.cost().parameters()).isEqualTo(6 * 4 + 6);
    }

    @Test
    void a_recurrence_that_is_resampled_is_bridged() {
        Description description = model("area A { recurrent(full, delay = 4 ms)  conv(4, stride = 2)  emit }");
        Description.Connection recurrence = only(description, Description.Kind.RECURRENCE);

        assertThat(recurrence.through()).contains("full");
        assertThat(recurrence.delay()).isEqualTo(2);
        assertThat(recurrence.bridges())
                .extracting(Description.Bridge::operation)
                .containsExactly("resample");
    }

    @Test
    void the_delay_of_an_emission_counts_behind_then() {
        Description description =
                model("area A { conv(4)  emit(delay = 6 ms) } then maxpool(2)  area B { conv(4)  emit }");

        assertThat(description.connections())
                .filteredOn(connection -> connection.target().equals("B"))
                .singleElement()
                .satisfies(connection -> {
                    assertThat(connection.delay()).isEqualTo(3);
                    assertThat(connection.carries()).isEqualTo(TensorShape.of(4, 4, 4));
                });
        assertThat(place(description, "r").arrival().image()).contains(3);
    }

    @Test
    void a_sum_waits_for_the_last_of_its_sources() {
        Description description = model("""
                area A { emit }
                area B from A { emit(delay = 8 ms) }
                area C from A + B { emit }
                """);

        assertThat(description.routes().get(0).visits())
                .containsExactly(
                        new Description.Visit("input", 0),
                        new Description.Visit("A", 0),
                        new Description.Visit("B", 0),
                        new Description.Visit("C", 4),
                        new Description.Visit("r", 4));
    }

    @Test
    void a_blank_past_is_for_connections_and_is_not_passed_on() {
        Description description = model("area A { conv(4)  emit(delay = 4 ms, initial = zero) }");

        assertThat(place(description, "r").arrival().present()).contains(2);
        assertThat(place(description, "r").arrival().image()).contains(2);
        assertThat(description.routes().get(0).visits())
                .extracting(Description.Visit::place)
                .containsExactly("input", "A", "r");
    }

    @Test
    void gaps_leave_it_to_the_run() throws IOException {
        Description description = Described.file("gaps.dyn");

        assertThat(place(description, "Blank").arrival().gaps()).isTrue();
        assertThat(place(description, "Cued").arrival().image()).isNotEqualTo(Optional.empty());
    }
}
