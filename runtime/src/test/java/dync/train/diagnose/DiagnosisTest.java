package dync.train.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.DynModel;
import dync.runtime.History;
import dync.runtime.ModelInfo;
import dync.runtime.NoGrad;
import dync.runtime.Ops;
import dync.runtime.ScopedTest;
import dync.runtime.Stimulus;
import dync.runtime.TimeLoop;
import dync.runtime.weights.Init;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiagnosisTest extends ScopedTest {
    private final Chain model = new Chain();
    private final Stimulus ones = Stimulus.still(torch.ones(2, 1, 2, 2), 6);

    @BeforeEach
    void draw() {
        model.initialise(1);
    }

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void names_the_area_and_the_step_at_which_it_diverged() {
        // 1e13 at step 0, times 1e13 at each step after: beyond 3.4e38 at step 2, while V1 stays at 1
        set("V2.gain", 1e13);

        assertThat(Diagnosis.ofRun(model, ones))
                .hasToString("area V2 is the first with a value that is not finite, at step 2 (4 ms), 100 % of its"
                        + " values; its largest weight is 1.00e+13 (V2.gain)");
    }

    @Test
    void tells_how_much_of_the_area_diverged() {
        set("V2.gain", 1e13);
        Tensor corner = torch.zeros(2, 1, 2, 2);
        corner.select(0, 1).select(1, 0).select(1, 1).fill_(new Scalar(1.0));

        assertThat(Diagnosis.ofRun(model, Stimulus.still(corner, 6)))
                .isInstanceOfSatisfying(Finding.InForward.class, found -> assertThat(found.share())
                        .isEqualTo(1.0 / 8));
    }

    @Test
    void areas_before_the_first_are_not_accused_later() {
        set("V2.gain", 1e13);
        set("V1.gain", 1e20);

        assertThat(Diagnosis.ofRun(model, ones))
                .asInstanceOf(InstanceOfAssertFactories.type(Finding.InForward.class))
                .returns("V1", Finding.InForward::name)
                .returns(1, Finding.InForward::step);
    }

    @Test
    void a_readout_may_be_the_first() {
        set("classifier.gain", 1e38);

        assertThat(Diagnosis.ofRun(model, ones).toString())
                .startsWith("readout classifier is the first with a value that is not finite, at step 0 (0 ms)");
    }

    @Test
    void a_weight_that_an_update_destroyed_is_named_and_no_area() {
        set("V2.gain", Double.NaN);

        assertThat(Diagnosis.ofRun(model, ones))
                .hasToString("weight V2.gain is not finite after the last update, 100 % of its values");
    }

    @Test
    void a_run_that_stays_finite_is_told() {
        assertThat(Diagnosis.ofRun(model, ones)).isEqualTo(new Finding.Nowhere());
    }

    @Test
    void of_gradients_the_last_in_the_order_of_the_model_is_the_first_on_the_way_back() {
        for (String name : new String[] {"V1.gain", "V2.gain"}) {
            weight(name).mul(new Scalar(Double.NaN)).sum().backward();
        }
        weight("classifier.gain").mul(new Scalar(2)).sum().backward();

        assertThat(Diagnosis.ofGradients(model.weights().values()))
                .hasToString("all values are finite, the gradient is not: the first on its way back is that of"
                        + " V2.gain, 100 % of its values");
    }

    private Tensor weight(String name) {
        return model.weights().get(name).tensor();
    }

    private void set(String name, double value) {
        try (NoGrad off = NoGrad.begin()) {
            weight(name).fill_(new Scalar(value));
        }
    }

    /** Two areas, each of which multiplies by a gain what it did before, beginning with its input. */
    private static final class Chain extends DynModel {
        private final Tensor first = weight("V1.gain", Init.ones(), 1);
        private final Tensor second = weight("V2.gain", Init.ones(), 1);
        private final Tensor out = weight("classifier.gain", Init.ones(), 1);

        Chain() {
            super(ModelInfo.named("Chain")
                    .clock(2, 6, 0, 0)
                    .input("input", 1, 2, 2)
                    .area("V1", 0, 1, 2, 2)
                    .area("V2", 0, 1, 2, 2)
                    .readout("classifier", 0, 4)
                    .build());
        }

        @Override
        protected void run(TimeLoop loop) {
            History v1 = loop.history(1);
            History v2 = loop.history(1);
            while (loop.next()) {
                Tensor own = v1.ago(1);
                Tensor one = Ops.mul(own == null ? loop.input("input") : own, first);
                Tensor before = v2.ago(1);
                Tensor two = Ops.mul(before == null ? loop.input("input") : before, second);
                v1.commit(one);
                v2.commit(two);
                loop.record("V1", one);
                loop.record("V2", two);
                loop.answer("classifier", Ops.mul(Ops.flatten(Ops.mul(one, 10)), out));
            }
        }
    }
}
