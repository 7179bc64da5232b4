package dync.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.Tensors;
import dync.runtime.UserError;
import dync.runtime.weights.Init;
import dync.runtime.weights.Weight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamWOptions;
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
        return Optimizer.of(settings, List.of(a, b, idle, buffer));
    }

    /** A loss with a gradient that changes from step to step. */
    private static Tensor loss(Tensor first, Tensor second) {
        Tensor shifted = first.sub(second);
        return shifted.mul(shifted).mul(shifted).mul(shifted).sum().add(second.mul(second));
    }

    private void learn(Optimizer optimizer, int steps) {
        for (int i = 0; i < steps; i++) {
            loss(a.tensor(), b.tensor()).backward();
            optimizer.step(RATE);
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

    private static OptimizerSettings with(OptimizerKind kind, double momentum, double decay) {
        return new OptimizerSettings(kind, momentum, 0.8, 0.95, 1e-6, decay);
    }

    @Test
    void sgdIsLibtorchs() {
        assertLikeLibtorch(with(OptimizerKind.SGD, 0, 0), w -> new org.bytedeco.pytorch.SGD(w, new SGDOptions(RATE)));
    }

    @Test
    void sgdWithMomentumAndDecayIsLibtorchs() {
        assertLikeLibtorch(with(OptimizerKind.SGD, 0.7, 0.1), w -> {
            SGDOptions options = new SGDOptions(RATE);
            options.momentum().put(0.7);
            options.weight_decay().put(0.1);
            return new org.bytedeco.pytorch.SGD(w, options);
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
        assertLikeLibtorch(with(OptimizerKind.ADAM, 0, 0.1), w -> {
            AdamOptions options = new AdamOptions(RATE);
            setBetas(options.betas());
            options.eps().put(1e-6);
            options.weight_decay().put(0.1);
            return new org.bytedeco.pytorch.Adam(w, options);
        });
    }

    @Test
    void adamWithDecayBesideTheGradientIsLibtorchs() {
        assertLikeLibtorch(with(OptimizerKind.ADAMW, 0, 0.1), w -> {
            AdamWOptions options = new AdamWOptions(RATE);
            setBetas(options.betas());
            options.eps().put(1e-6);
            options.weight_decay().put(0.1);
            return new org.bytedeco.pytorch.AdamW(w, options);
        });
    }

    @Test
    void theFirstStepOfAdamIsTheLearningRateLong() {
        a.assign(torch.ones(3, 4));
        try (Optimizer adam = own(OptimizerSettings.of(OptimizerKind.ADAM))) {
            a.tensor().mul(new Scalar(100)).sum().backward();
            adam.step(0.25);
            assertThat(Tensors.values(a.tensor())).containsOnly(0.75);
        }
    }

    @Test
    void stateThatIsTakenOverContinuesBitForBit() {
        for (OptimizerKind kind : OptimizerKind.values()) {
            make();
            OptimizerSettings settings = OptimizerSettings.of(kind);
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
            assertThat(Tensors.values(a.tensor())).as(kind.name()).containsExactly(wanted);
        }
    }

    @Test
    void stateOfOtherWeightsIsRefused() {
        try (Optimizer adam = own(OptimizerSettings.of(OptimizerKind.ADAM));
                Optimizer sgd = own(OptimizerSettings.of(OptimizerKind.SGD))) {
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
        assertThat(GradientClip.apply(List.of(a, b, idle), 100))
                .isEqualTo(norm, org.assertj.core.data.Offset.offset(1e-5));
        assertThat(Tensors.values(a.tensor().grad())).containsOnly(2);
        GradientClip.apply(List.of(a, b, idle), 1);
        assertThat(Tensors.values(b.tensor().grad())[0]).isEqualTo(1 / norm, org.assertj.core.data.Offset.offset(1e-6));
        assertThat(GradientClip.apply(List.of(a, b, idle), 10)).isEqualTo(1, org.assertj.core.data.Offset.offset(1e-5));
    }

    @Test
    void constantsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> with(OptimizerKind.SGD, 1, 0))
                .isInstanceOf(UserError.class)
                .hasMessage("momentum cannot be 1.0");
        assertThatThrownBy(() -> with(OptimizerKind.SGD, 0, -1)).isInstanceOf(UserError.class);
    }
}
