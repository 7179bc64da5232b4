package dync.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** One value over time, collected step by step and put together as {@code [B, T, …]}; absent steps are zeros. */
abstract sealed class Series implements AutoCloseable {
    private final boolean[] present;

    Series(int steps) {
        present = new boolean[steps];
    }

    /** Keeps the value of a step beyond the current scope. */
    final void put(int step, Tensor value) {
        if (present[step]) {
            throw new IllegalStateException("two values for one name in step " + step);
        }
        present[step] = true;
        keep(step, value);
    }

    boolean[] present() {
        return present.clone();
    }

    abstract void keep(int step, Tensor value);

    /** All steps in one tensor, which the caller owns; empty if no step had a value. */
    abstract Optional<Tensor> together();

    @Override
    public abstract void close();

    /** With gradient, or copied at once so that graph and intermediate values may go. */
    static Series of(int steps, boolean gradient) {
        return gradient ? new Stacked(steps) : new Copied(steps);
    }

    /** Holds every step's value as it is. */
    private static final class Stacked extends Series {
        private final Tensor[] values;

        Stacked(int steps) {
            super(steps);
            values = new Tensor[steps];
        }

        @Override
        void keep(int step, Tensor value) {
            values[step] = Native.hold(value);
        }

        @Override
        Optional<Tensor> together() {
            Tensor example = null;
            for (Tensor value : values) {
                example = example == null ? value : example;
            }
            if (example == null) {
                return Optional.empty();
            }
            try (PointerScope scope = new PointerScope()) {
                Tensor blank = torch.zeros_like(example);
                List<Tensor> all = new ArrayList<>(values.length);
                for (Tensor value : values) {
                    all.add(value == null ? blank : value);
                }
                return Optional.of(Native.hold(torch.stack(new TensorVector(all.toArray(Tensor[]::new)), 1)));
            }
        }

        @Override
        public void close() {
            for (int i = 0; i < values.length; i++) {
                Native.release(values[i]);
                values[i] = null;
            }
        }
    }

    /** Copies every step's value into its place, so that nothing is held twice. */
    private static final class Copied extends Series {
        private final int steps;
        private Tensor all;

        Copied(int steps) {
            super(steps);
            this.steps = steps;
        }

        @Override
        void keep(int step, Tensor value) {
            try (PointerScope scope = new PointerScope();
                    NoGrad off = NoGrad.begin()) {
                if (all == null) {
                    all = Native.hold(torch.zeros(timed(value.shape()), value.options()));
                }
                all.select(1, step).copy_(value);
            }
        }

        private long[] timed(long[] shape) {
            long[] timed = new long[shape.length + 1];
            timed[0] = shape[0];
            timed[1] = steps;
            System.arraycopy(shape, 1, timed, 2, shape.length - 1);
            return timed;
        }

        @Override
        Optional<Tensor> together() {
            return Optional.ofNullable(all).map(Native::hold);
        }

        @Override
        public void close() {
            Native.release(all);
            all = null;
        }
    }
}
