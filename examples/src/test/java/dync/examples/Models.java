package dync.examples;

import dync.Dyn;
import dync.parity.Numbers;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import java.math.BigDecimal;
import java.nio.DoubleBuffer;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Small models in double precision. */
final class Models {
    static final Path ROOT = Path.of(System.getProperty("dync.root"));
    static final Path VENTRAL = ROOT.resolve("examples/ventral.dyn");
    private static final Path NUMERICS = ROOT.resolve("examples/src/test/dyn/numerics.dyn");

    private Models() {}

    static Dyn named(String model) {
        return Dyn.compile(NUMERICS).model(model);
    }

    /** A time as the language writes it. */
    static String ms(double value) {
        return BigDecimal.valueOf(value).toPlainString() + " ms";
    }

    /** What a model of one value answers at the last of so many steps, under a drive of 1. */
    static double last(Dyn compilation, int steps) {
        try (PointerScope scope = new PointerScope();
                DynModel model = compilation.load()) {
            model.initialise(1);
            model.to(ScalarType.Double);
            Tensor drive = torch.ones(new long[] {1, 1, 1, 1}, new TensorOptions(ScalarType.Double));
            try (Responses responses = model.forward(Stimulus.still(drive, steps), Recording.none())) {
                double[] over = Numbers.of(responses.answer("x"));
                return over[over.length - 1];
            }
        }
    }

    /** Distinct numbers of both signs. */
    static Tensor waves(long... shape) {
        Tensor tensor = torch.empty(shape, new TensorOptions(ScalarType.Double), null);
        DoubleBuffer buffer = tensor.createBuffer();
        for (int i = 1; buffer.hasRemaining(); i++) {
            buffer.put(Math.sin(1.7 * i));
        }
        return tensor;
    }
}
