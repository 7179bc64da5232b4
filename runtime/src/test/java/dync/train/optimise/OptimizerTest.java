package dync.train.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import dync.train.optimise.OptimizerSettings.Adam;
import dync.train.optimise.OptimizerSettings.Adamw;
import dync.train.optimise.OptimizerSettings.Sgd;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdagradOptions;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.RMSpropOptions;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptimizerTest {
    private static final double RATE = 0.03;

    private final PointerScope scope = new PointerScope();
    private Weight a;
    private Weight b;
    private Weight idle;
    private Weight buffer;

    @BeforeEach
    void make() {
        a = new Weight("a", Init.normal(1), true, Optional.empty(), 3, 4);
        b = new Weight("b", Init.normal(1), true, Optional.empty());
        idle = new Weight("idle", Init.ones(), true, Optional.empty(), 2);
        buffer = new Weight("buffer", Init.ones(), false, Optional.empty(), 2);
        List.of(a, b, idle, buffer).forEach(weight -> weight.initialise(1));
    }

    @AfterEach
    void free() {
        List.of(a, b, idle, buffer).forEach(Weight::close);
        scope.close();
    }

    private Optimizer own(OptimizerSettings settings) {
        return new Optimizer(Grouping.of(settings, List.of(a, b, idle, buffer)));
    }

    /** A loss with a gradient that changes from step to step. */
    private static Tensor loss(Tensor first, Tensor second) {
        Tensor shifted = first.sub(second);
        return shifted.mul(shifted).mul(shifted).mul(shifted).sum().add(second.mul(second));
    }

    private void learn(Optimizer optimizer, int steps) {
        for (int i = 0; i < steps; i++) {
            loss(a.tensor(), b.tensor()).backward();
            optimizer.step(1);
            optimizer.clearGradients();
        }
    }

    /** The same steps by libtorch's own optimiser must give the same bits. */
    private void assertLikeLibtorch(
            OptimizerSettings settings, Function<TensorVector, org.bytedeco.pytorch.Optimizer> make) {
        Tensor first = a.tensor().detach().clone().set_requires_grad(true);
        Tensor second = b.tensor().detach().clone().set_requires_grad(true);
        org.bytedeco.pytorch.Optimizer theirs = make.apply(new TensorVector(first, second));
        for (int i = 0; i < 25; i++) {
            theirs.zero_grad();
            loss(first, second).backward();
            theirs.step();
        }
        double[] before = Tensors.values(a.tensor());
        try (Optimizer ours = own(settings)) {
            learn(ours, 25);
        }
        assertThat(Tensors.values(a.tensor()))
                .containsExactly(Tensors.values(first))
                .isNotEqualTo(before);
        assertThat(Tensors.values(b.tensor())).containsExactly(Tensors.values(second));
        assertThat(Tensors.values(idle.tensor())).containsOnly(1);
        assertThat(Tensors.values(buffer.tensor())).containsOnly(1);
    }

    @Test
    void sgdIsLibtorchs() {
        assertLikeLibtorch(new Sgd(RATE, 0, 0, false, 0), w -> new org.bytedeco.pytorch.SGD(w, new SGDOptions(RATE)));
    }

    @Test
    void sgdWithMomentumDampeningAndDecayIsLibtorchs() {
        assertLikeLibtorch(new Sgd(RATE, 0.7, 0.2, false, 0.1), w -> {
            SGDOptions options = new SGDOptions(RATE);
            options.momentum().put(0.7);
            options.dampening().put(0.2);
            options.weight_decay().put(0.1);
            return new org.bytedeco.pytorch.SGD(w, options);
        });
    }

    @Test
    void sgdThatLooksAheadIsLibtorchs() {
        assertLikeLibtorch(new Sgd(RATE, 0.7, 0, true, 0.1), w -> {
            SGDOptions options = new SGDOptions(RATE);
            options.momentum().put(0.7);
            options.nesterov().put(true);
            options.weight_decay().put(0.1);
            return new org.bytedeco.pytorch.SGD(w, options);
        });
    }

    @Test
    void rmspropIsLibtorchs() {
        for (boolean centered : new boolean[] {false, true}) {
            for (double momentum : new double[] {0, 0.6}) {
                make();
                assertLikeLibtorch(new OptimizerSettings.Rmsprop(RATE, 0.9, 1e-6, momentum, centered, 0.1), w -> {
                    RMSpropOptions options = new RMSpropOptions(RATE);
                    options.alpha().put(0.9);
                    options.eps().put(1e-6);
                    options.momentum().put(momentum);
                    options.centered().put(centered);
                    options.weight_decay().put(0.1);
                    return new org.bytedeco.pytorch.RMSprop(w, options);
                });
            }
        }
    }

    @Test
    void adagradIsLibtorchs() {
        assertLikeLibtorch(new OptimizerSettings.Adagrad(RATE, 0.05, 1e-8, 0.1), w -> {
            AdagradOptions options = new AdagradOptions(RATE);
            options.lr_decay().put(0.05);
            options.eps().put(1e-8);
            options.weight_decay().put(0.1);
            return new org.bytedeco.pytorch.Adagrad(w, options);
        });
    }

    /** A std::tuple, whose parts lie in memory in an order of the platform's own; the defaults tell it. */
    private static void setBetas(DoublePointer betas) {
        boolean forward = betas.get(0) == 0.9;
        betas.put(0, forward ? 0.8 : 0.95);
        betas.put(1, forward ? 0.95 : 0.8);
    }

    @Test
    void adamWithDecayIsLibtorchs() {
        for (boolean amsgrad : new boolean[] {false, true}) {
            make();
            assertLikeLibtorch(new Adam(RATE, 0.8, 0.95, 1e-6, amsgrad, 0.1), w -> {
                AdamOptions options = new AdamOptions(RATE);
                setBetas(options.betas());
                options.eps().put(1e-6);
                options.amsgrad().put(amsgrad);
                options.weight_decay().put(0.1);
                return new org.bytedeco.pytorch.Adam(w, options);
            });
        }
    }

    @Test
    void adamWithDecayBesideTheGradientIsLibtorchs() {
        for (boolean amsgrad : new boolean[] {false, true}) {
            make();
            assertLikeLibtorch(new Adamw(RATE, 0.8, 0.95, 1e-6, amsgrad, 0.1), w -> {
                AdamWOptions options = new AdamWOptions(RATE);
                setBetas(options.betas());
                options.eps().put(1e-6);
                options.amsgrad().put(amsgrad);
                options.weight_decay().put(0.1);
                return new org.bytedeco.pytorch.AdamW(w, options);
            });
        }
    }

    @Test
    void theFirstStepOfAdamIsTheLearningRateLong() {
        a.assign(torch.ones(3, 4));
        try (Optimizer adam = own(new Adam(0.25, 0.9, 0.999, 1e-8, false, 0))) {
            a.tensor().mul(new Scalar(100)).sum().backward();
            adam.step(1);
            assertThat(Tensors.values(a.tensor())).containsOnly(0.75);
        }
    }

    @Test
    void stateThatIsTakenOverContinuesBitForBit() {
        for (OptimizerSettings settings : List.of(
                new Sgd(RATE, 0.9, 0.1, false, 0),
                new Adam(RATE, 0.9, 0.999, 1e-8, true, 0),
                new Adamw(RATE, 0.9, 0.999, 1e-8, false, 0.01),
                new OptimizerSettings.Rmsprop(RATE, 0.9, 1e-8, 0.5, true, 0),
                new OptimizerSettings.Adagrad(RATE, 0.1, 1e-8, 0),
                new OptimizerSettings.Nadam(RATE, 0.9, 0.999, 1e-8, 4e-3, 0),
                new OptimizerSettings.Radam(RATE, 0.9, 0.9, 1e-8, 0))) {
            make();
            Map<String, Tensor> saved = new LinkedHashMap<>();
            Tensor halfway;
            double[] wanted;
            try (Optimizer straight = own(settings)) {
                learn(straight, 5);
                straight.state().forEach((name, tensor) -> saved.put(name, tensor.clone()));
                halfway = torch.cat(new TensorVector(
                        a.tensor().detach().flatten(), b.tensor().detach().flatten()));
                learn(straight, 5);
                wanted = Tensors.values(a.tensor());
            }
            a.assign(halfway.narrow(0, 0, 12).view(3, 4));
            b.assign(halfway.narrow(0, 12, 1).view(new long[] {}));
            try (Optimizer resumed = own(settings)) {
                resumed.restore(saved);
                learn(resumed, 5);
            }
            assertThat(Tensors.values(a.tensor())).as(settings.toString()).containsExactly(wanted);
        }
    }

    @Test
    void stateOfOtherWeightsIsRefused() {
        try (Optimizer adam = own(new Adam(0.25, 0.9, 0.999, 1e-8, false, 0));
                Optimizer sgd = own(new Sgd(RATE, 0.9, 0, false, 0))) {
            assertThatThrownBy(() -> adam.restore(sgd.state())).isInstanceOf(IllegalArgumentException.class);
            Map<String, Tensor> wrong = new LinkedHashMap<>(sgd.state());
            wrong.put("a/velocity", torch.zeros(4, 3));
            assertThatThrownBy(() -> sgd.restore(wrong)).hasMessageContaining("'a/velocity'");
        }
    }

    @Test
    void clippingShrinksAllGradientsByOneFactor() {
        a.assign(torch.zeros(3, 4));
        a.tensor().sum().mul(new Scalar(2)).add(b.tensor()).backward();
        double norm = Math.sqrt(12 * 4 + 1);
        assertThat(GradientClip.norm(List.of(a, b, idle), 100))
                .isEqualTo(norm, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(Tensors.values(a.tensor().grad())).containsOnly(2);
        GradientClip.norm(List.of(a, b, idle), 1);
        assertThat(Tensors.values(b.tensor().grad())[0]).isEqualTo(1 / norm, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(GradientClip.norm(List.of(a, b, idle), 10)).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void clippingByValueBringsEachNumberIntoItsBounds() {
        a.tensor()
                .sum()
                .mul(new Scalar(2))
                .sub(b.tensor().mul(new Scalar(0.25)))
                .backward();
        GradientClip.values(List.of(a, b, idle), 0.5);
        assertThat(Tensors.values(a.tensor().grad())).containsOnly(0.5);
        assertThat(Tensors.values(b.tensor().grad())).containsOnly(-0.25);
    }

    @Test
    void constantsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new Sgd(RATE, 1, 0, false, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("momentum cannot be 1.0");
        assertThatThrownBy(() -> new Sgd(RATE, 0, 0, true, 0)).hasMessageContaining("nesterov needs momentum");
        assertThatThrownBy(() -> new Adam(RATE, 0.9, 1, 1e-8, false, 0)).isInstanceOf(UserError.class);
    }
}
