package dync.runtime;

import java.nio.DoubleBuffer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Between tensors and Java arrays, for tests. */
public final class Tensors {
    private Tensors() {}

    public static Tensor of(long[] shape, double... values) {
        Tensor tensor = torch.empty(shape, new TensorOptions(ScalarType.Double), null);
        ((DoubleBuffer) tensor.createBuffer()).put(values);
        return tensor;
    }

    /** sin(1), sin(2), …: distinct numbers of both signs. */
    public static Tensor waves(ScalarType precision, long... shape) {
        try (PointerScope scope = new PointerScope()) {
            Tensor all = torch.empty(shape, new TensorOptions(ScalarType.Double), null);
            DoubleBuffer buffer = all.createBuffer();
            for (int i = 0; buffer.hasRemaining(); i++) {
                buffer.put(Math.sin(i + 1));
            }
            Tensor result = all.to(precision);
            result.retainReference();
            return result;
        }
    }

    public static double[] values(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = tensor.detach().to(ScalarType.Double).contiguous();
            double[] values = new double[Math.toIntExact(plain.numel())];
            ((DoubleBuffer) plain.createBuffer()).get(values);
            return values;
        }
    }
}
