package dync.stimulus.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Random numbers that change slowly from step to step: a first-order autoregressive process, the Ornstein-Uhlenbeck process
 * seen at whole steps (Uhlenbeck and Ornstein 1930). Normal numbers are {@code z(0) = e(0)},
 * {@code z(t) = ρ z(t-1) + √(1 - ρ²) e(t)} with independent normal e, so that every z(t) has variance 1 and
 * {@code corr(z(t), z(t+k)) = ρ^k}; {@code ρ = exp(-dt / τ)}. Evenly distributed ones are {@code Φ(z(t))}, Φ the normal
 * distribution function: even at every step, with correlation {@code 6/π · asin(ρ^k / 2)}.
 *
 * <p>Each step follows from the one before, which is kept: a step after it costs its distance, one before it begins anew at
 * step 0. The numbers are the same in whatever order they are asked for. It belongs to the scope in which it was made.
 */
public final class CorrelatedDraws {
    private final double rho;
    private final IntFunction<Draws> source;
    private final PointerScope home = PointerScope.getInnerScope();
    private final List<Process> processes = new ArrayList<>();

    /**
     * Numbers from independent ones.
     *
     * @param rho correlation of neighbouring steps, 0 or more and below 1
     * @param source independent draws of a step, the same whenever it is asked for the same
     */
    public CorrelatedDraws(double rho, IntFunction<Draws> source) {
        this.rho = rho;
        this.source = source;
    }

    /** The draws of a step. */
    public Draws at(int step) {
        return new AtStep(step);
    }

    private final class AtStep implements Draws {
        private final int step;
        private int asked;

        AtStep(int step) {
            this.step = step;
        }

        @Override
        public Tensor normal(long... shape) {
            int number = asked++;
            if (number == processes.size()) {
                processes.add(new Process(number, shape));
            }
            return processes.get(number).at(step);
        }

        @Override
        public Tensor uniform(long... shape) {
            Tensor even = normal(shape)
                    .mul(new Scalar(Math.sqrt(0.5)))
                    .erf()
                    .add(new Scalar(1.0))
                    .mul(new Scalar(0.5));
            // the largest float below 1: rounding may reach 1 itself
            return even.clamp_max(new Scalar(Math.nextDown(1f)));
        }

        @Override
        public Tensor poisson(Tensor rate) {
            throw new UnsupportedOperationException("counts do not go on in time");
        }
    }

    /** The numbers that are asked for as the n-th of each step. */
    private final class Process {
        private final int number;
        private final long[] shape;
        private Tensor state;
        private int at = -1;

        Process(int number, long[] shape) {
            this.number = number;
            this.shape = shape.clone();
        }

        Tensor at(int step) {
            if (step < at) {
                at = -1;
            }
            while (at < step) {
                at++;
                try (PointerScope scope = new PointerScope()) {
                    advance(independent(at));
                }
            }
            return state.clone();
        }

        private Tensor independent(int step) {
            Draws draws = source.apply(step);
            // all numbers of a step come from the step's source one after the other
            for (int before = 0; before < number; before++) {
                draws.normal(processes.get(before).shape);
            }
            return draws.normal(shape);
        }

        private void advance(Tensor fresh) {
            if (state == null) {
                state = fresh.clone();
                if (home == null) {
                    state.retainReference();
                } else {
                    home.attach(state);
                }
            } else if (at == 0) {
                state.copy_(fresh);
            } else {
                state.mul_(new Scalar(rho)).add_(fresh, new Scalar(Math.sqrt(1 - rho * rho)));
            }
        }
    }
}
