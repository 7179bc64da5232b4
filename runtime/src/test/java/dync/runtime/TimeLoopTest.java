package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;

class TimeLoopTest extends ScopedTest {

    @Test
    void idle_steps_come_first_and_see_a_blank_input() {
        List<Double> seen = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        Program model = Program.of(2, 0, loop -> {
            while (loop.next()) {
                seen.add(number(loop.input("input")));
                steps.add(loop.t());
                loop.answer("out", Ops.flatten(loop.input("input")));
            }
        });
        try (Responses responses = model.forward(counting(3), Recording.none())) {
            assertThat(seen).containsExactly(0.0, 0.0, 1.0, 2.0, 3.0);
            assertThat(steps).containsExactly(0, 1, 2, 3, 4);
            assertThat(Tensors.values(responses.answer("out"))).containsExactly(1, 2, 3);
        }
    }

    @Test
    void a_history_gives_back_what_was_committed_so_many_steps_ago() {
        List<String> seen = new ArrayList<>();
        Program model = Program.of(0, 0, loop -> {
            History history = loop.history(3);
            while (loop.next()) {
                Tensor before = history.ago(3);
                history.commit(loop.input("input"));
                assertThat(history.ago(3)).isSameAs(before);
                seen.add(text(history.ago(0)) + text(history.ago(1)) + text(history.ago(3)));
                loop.answer("out", (Tensor) null);
            }
        });
        model.forward(counting(5), Recording.none()).close();
        assertThat(seen).containsExactly("1--", "21-", "32-", "431", "542");
    }

    @Test
    void a_missing_frame_is_refused_unless_the_input_may_have_gaps() {
        Program model = Program.of(0, 0, loop -> {
            while (loop.next()) {
                loop.input("input");
            }
        });
        Stimulus absent = new Stimulus() {
            @Override
            public int steps() {
                return 2;
            }

            @Override
            public long batch() {
                return 1;
            }

            @Override
            public Tensor frame(String input, int step) {
                return null;
            }
        };
        assertThatThrownBy(() -> model.forward(absent, Recording.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no frame for the input 'input' at step 0");
    }

    @Test
    void what_was_not_committed_is_absent() {
        List<String> seen = new ArrayList<>();
        Program model = Program.of(0, 0, loop -> {
            History history = loop.history(1);
            while (loop.next()) {
                seen.add(text(history.ago(1)));
                if (loop.t() != 1) {
                    history.commit(loop.t() == 2 ? null : loop.input("input"));
                }
                loop.answer("out", (Tensor) null);
            }
        });
        model.forward(counting(5), Recording.none()).close();
        assertThat(seen).containsExactly("-", "1", "-", "-", "4");
    }

    @Test
    void a_blank_past_is_zeros_up_to_the_first_commit() {
        List<String> seen = new ArrayList<>();
        Program model = Program.of(0, 0, loop -> {
            History history = loop.history(2, 1, 1, 1);
            while (loop.next()) {
                seen.add(text(history.ago(0)) + text(history.ago(1)) + text(history.ago(2)));
                history.commit(loop.t() == 0 || loop.t() == 3 ? null : loop.input("input"));
                loop.answer("out", (Tensor) null);
            }
        });
        model.forward(counting(6), Recording.none()).close();
        // at step 4, what was not committed one step ago is absent: the past is no longer blank
        assertThat(seen).containsExactly("-00", "-00", "-20", "-32", "--3", "-5-");
    }

    @Test
    void the_gradient_is_cut_after_the_idle_steps_and_after_every_so_many_real_ones() {
        List<Boolean> carried = new ArrayList<>();
        Tensor weight =
                Tensors.of(new long[] {1, 1, 1, 1}, 3).to(ScalarType.Float).requires_grad_(true);
        Program model = Program.of(3, 2, loop -> {
            History history = loop.history(1);
            while (loop.next()) {
                Tensor past = history.ago(1);
                carried.add(past != null && past.requires_grad());
                history.commit(past == null ? weight : Ops.mul(past, weight));
                loop.answer("out", Ops.flatten(history.ago(0)));
            }
        });
        try (Responses responses = model.forward(counting(5), Recording.none())) {
            assertThat(carried).containsExactly(false, true, true, false, true, false, true, false);
            assertThat(Tensors.values(responses.answer("out"))).containsExactly(81, 243, 729, 2187, 6561);
        }
    }

    @Test
    void absent_answers_and_responses_are_zeros_and_known_as_absent() {
        Program model = Program.of(1, 0, loop -> {
            while (loop.next()) {
                Tensor value = loop.t() < 3 ? null : loop.input("input");
                loop.record("A", value);
                loop.answer("out", value == null ? null : Ops.flatten(value));
            }
        });
        for (Recording recording : List.of(Recording.all(), Recording.all().withGradient())) {
            try (Responses responses = model.forward(counting(4), recording)) {
                assertThat(Tensors.values(responses.answer("out"))).containsExactly(0, 0, 3, 4);
                assertThat(Tensors.values(responses.response("A"))).containsExactly(0, 0, 3, 4);
                assertThat(responses.response("A").shape()).containsExactly(1, 4, 1, 1, 1);
                assertThat(responses.present("A")).containsExactly(false, false, true, true);
                assertThat(responses.firstStep("out")).hasValue(2);
            }
        }
    }

    @Test
    void what_never_answers_is_zeros() {
        Program model = Program.of(0, 0, loop -> {
            while (loop.next()) {
                loop.answer("out", (Tensor) null);
                loop.record("A", (Tensor) null);
            }
        });
        try (Responses responses = model.forward(counting(3), Recording.all())) {
            assertThat(Tensors.values(responses.answer("out"))).containsExactly(0, 0, 0);
            assertThat(responses.response("A").shape()).containsExactly(1, 3, 1, 1, 1);
            assertThat(responses.firstStep("out")).isEmpty();
        }
    }

    @Test
    void what_is_made_in_a_step_is_gone_in_the_next_and_only_the_history_stays() {
        List<Long> handles = new ArrayList<>();
        Program model = Program.of(1, 3, loop -> {
            History history = loop.history(2);
            while (loop.next()) {
                handles.add(Pointer.totalCount());
                Tensor value = Ops.mul(Ops.add(loop.input("input"), 1), 2);
                history.commit(value);
                loop.record("A", value);
                loop.answer("out", Ops.flatten(value));
            }
        });
        Stimulus stimulus = counting(12);
        long before = Pointer.totalCount();
        try (NoGrad off = NoGrad.begin()) {
            model.forward(stimulus, Recording.all()).close();
        }
        assertThat(Pointer.totalCount()).as("handles after the run").isEqualTo(before);
        // full from the third step on, when the history is; before that it and the collected answers are filling
        assertThat(handles.subList(4, handles.size()))
                .as("handles at each step")
                .containsOnly(handles.get(4));
    }

    @Test
    void a_training_run_leaves_no_handle_behind() {
        try (Small model = new Small(2, 2, 3)) {
            model.initialise(1);
            Stimulus stimulus = Stimulus.of(Tensors.waves(ScalarType.Float, 2, 5, 2, Small.SIZE, Small.SIZE));
            long before = Pointer.totalCount();
            model.forward(stimulus, Recording.all().withGradient()).close();
            assertThat(Pointer.totalCount()).isEqualTo(before);
        }
    }

    @Test
    void a_run_that_fails_in_a_step_leaves_no_handle_behind() {
        Program model = Program.of(1, 0, loop -> {
            History history = loop.history(2, 1, 1, 1);
            while (loop.next()) {
                history.commit(Ops.add(loop.input("input"), history.ago(1)));
                loop.record("A", history.ago(0));
                loop.answer("out", history.ago(0));
                if (loop.t() == 3) {
                    throw new IllegalArgumentException("in step 3");
                }
            }
        });
        Stimulus stimulus = counting(12);
        long before = Pointer.totalCount();
        assertThatThrownBy(() -> model.forward(stimulus, Recording.all())).hasMessage("in step 3");
        assertThat(Pointer.totalCount()).isEqualTo(before);
    }

    @Test
    void a_frame_that_does_not_fit_is_an_error_that_says_both_shapes() {
        Program model = Program.of(0, 0, loop -> {
            while (loop.next()) {
                loop.input("input");
            }
        });
        Tensor wide = Tensors.waves(ScalarType.Float, 1, 1, 1, 2);
        assertThatThrownBy(() -> model.forward(Stimulus.still(wide, 2), Recording.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("[1, 1, 1, 1]")
                .hasMessageContaining("[1, 1, 1, 2]");
        Tensor precise = Tensors.waves(ScalarType.Double, 1, 1, 1, 1);
        assertThatThrownBy(() -> model.forward(Stimulus.still(precise, 2), Recording.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Double on cpu")
                .hasMessageContaining("Float on cpu");
    }

    @Test
    void an_unknown_area_to_record_is_an_error_with_the_nearest_name() {
        try (Small model = new Small(0, 0, 1)) {
            model.initialise(1);
            Tensor image = Tensors.waves(ScalarType.Float, 1, 2, 6, 6);
            assertThatThrownBy(() -> model.forward(Stimulus.still(image, 2), Recording.areas("drvie")))
                    .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.help())
                            .hasValueSatisfying(help -> assertThat(help).contains("'drive'")));
        }
    }

    @Test
    void stopping_before_the_last_step_is_an_error() {
        Program model = Program.of(0, 0, TimeLoop::next);
        assertThatThrownBy(() -> model.forward(counting(3), Recording.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("step 0 of 3");
    }

    @Test
    void two_answers_in_one_step_are_an_error() {
        Program model = Program.of(0, 0, loop -> {
            while (loop.next()) {
                loop.answer("out", loop.zero().reshape(1, 1));
                loop.answer("out", loop.zero().reshape(1, 1));
            }
        });
        assertThatThrownBy(() -> model.forward(counting(3), Recording.none()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two values");
    }

    @Test
    void an_interrupted_thread_stops_between_two_steps() {
        Program model = Program.of(0, 0, loop -> {
            while (loop.next()) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            assertThatThrownBy(() -> model.forward(counting(3), Recording.none()))
                    .isInstanceOf(CancellationException.class)
                    .hasMessageContaining("step 1");
        } finally {
            Thread.interrupted();
        }
    }

    /** One pixel that shows 1, 2, 3, … */
    private static Stimulus counting(int steps) {
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            values[i] = i + 1;
        }
        return Stimulus.of(Tensors.of(new long[] {1, steps, 1, 1, 1}, values).to(ScalarType.Float));
    }

    private static double number(Tensor one) {
        return Tensors.values(one)[0];
    }

    private static String text(Tensor one) {
        return one == null ? "-" : String.valueOf(Math.round(number(one)));
    }
}
