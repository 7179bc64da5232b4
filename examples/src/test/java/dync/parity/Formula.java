package dync.parity;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.StreamSupport;
import org.bytedeco.pytorch.Tensor;

/** The values of one weight as the cases define them: a hash of the place, scaled and shifted. */
record Formula(long[] shape, int index, double scale, double offset) {
    private static final int CHECKSUM = 9999;
    private static final double RANGE = 4294967296.0;

    static Formula of(JsonElement stated) {
        JsonObject entry = stated.getAsJsonObject();
        long[] shape = StreamSupport.stream(entry.getAsJsonArray("shape").spliterator(), false)
                .mapToLong(JsonElement::getAsLong)
                .toArray();
        return new Formula(
                shape,
                entry.get("k").getAsInt(),
                entry.get("scale").getAsDouble(),
                entry.get("offset").getAsDouble());
    }

    double[] values() {
        int count = 1;
        for (long size : shape) {
            count = Math.multiplyExact(count, Math.toIntExact(size));
        }
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (offset + scale * unit(i, index));
        }
        return values;
    }

    Tensor tensor() {
        return Numbers.tensor(shape, values());
    }

    /** The sum of all values, each times a number between -1 and 1 that hangs on its place. */
    static double checksum(double[] values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * unit(i, CHECKSUM);
        }
        return sum;
    }

    static double unit(int place, int index) {
        int x = place + 0x9E3779B9 * (index + 1);
        x ^= x >>> 16;
        x *= 0x7FEB352D;
        x ^= x >>> 15;
        x *= 0x846CA68B;
        x ^= x >>> 16;
        return 2 * (Integer.toUnsignedLong(x) / RANGE) - 1;
    }
}
