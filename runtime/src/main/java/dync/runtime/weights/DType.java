package dync.runtime.weights;

import java.util.Arrays;
import java.util.Optional;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The number formats of safetensors that libtorch has too. */
public enum DType {
    F64(8, ScalarType.Double, true),
    F32(4, ScalarType.Float, true),
    F16(2, ScalarType.Half, true),
    BF16(2, ScalarType.BFloat16, true),
    I64(8, ScalarType.Long, false),
    I32(4, ScalarType.Int, false),
    I16(2, ScalarType.Short, false),
    I8(1, ScalarType.Char, false),
    U8(1, ScalarType.Byte, false),
    BOOL(1, ScalarType.Bool, false);

    private final int bytes;
    private final ScalarType scalarType;
    private final boolean floating;

    DType(int bytes, ScalarType scalarType, boolean floating) {
        this.bytes = bytes;
        this.scalarType = scalarType;
        this.floating = floating;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }

    public ScalarType scalarType() {
        return scalarType;
    }

    public boolean floating() {
        return floating;
    }

    static Optional<DType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    static Optional<DType> of(ScalarType wanted) {
        return Arrays.stream(values())
                .filter(type -> type.scalarType == wanted.intern())
                .findFirst();
    }
}
