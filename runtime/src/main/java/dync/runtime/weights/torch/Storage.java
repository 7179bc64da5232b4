package dync.runtime.weights.torch;

import dync.runtime.weights.DType;
import java.util.Map;
import java.util.Optional;

/**
 * A row of numbers that tensors are views of.
 *
 * @param key what the file calls it
 * @param type the class of PyTorch, such as {@code FloatStorage}
 * @param count how many numbers
 */
record Storage(String key, String type, long count) {
    private static final Map<String, DType> TYPES = Map.of(
            "DoubleStorage", DType.F64,
            "FloatStorage", DType.F32,
            "HalfStorage", DType.F16,
            "BFloat16Storage", DType.BF16,
            "LongStorage", DType.I64,
            "IntStorage", DType.I32,
            "ShortStorage", DType.I16,
            "CharStorage", DType.I8,
            "ByteStorage", DType.U8,
            "BoolStorage", DType.BOOL);

    /** Empty for numbers that dync does not have: complex, quantised, of eight bits. */
    Optional<DType> dtype() {
        return Optional.ofNullable(TYPES.get(type));
    }

    /** Bytes of one number, also of those that are only passed over. */
    Optional<Integer> width() {
        return switch (type) {
            case "ComplexFloatStorage" -> Optional.of(8);
            case "ComplexDoubleStorage" -> Optional.of(16);
            case "QInt8Storage", "QUInt8Storage", "UntypedStorage" -> Optional.of(1);
            case "QInt32Storage" -> Optional.of(4);
            default -> dtype().map(DType::bytes);
        };
    }
}
