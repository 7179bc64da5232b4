package dync.parity;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Between tensors and Java arrays. */
public final class Numbers {
    private Numbers() {}

    /** All values in row-major order. */
    public static double[] of(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = tensor.detach().to(ScalarType.Double).contiguous();
            double[] values = new double[Math.toIntExact(plain.numel())];
            ((DoubleBuffer) plain.createBuffer()).get(values);
            return values;
        }
    }

    public static Tensor tensor(long[] shape, double... values) {
        Tensor tensor = torch.empty(shape, new TensorOptions(ScalarType.Double), null);
        ((DoubleBuffer) tensor.createBuffer()).put(values);
        return tensor;
    }

    static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
