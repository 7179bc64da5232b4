package dync.runtime;

import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The index tables of a model's cortical sheets, made when first asked for and kept on the model's device until it
 * moves or closes. A table of whole numbers is 8 bytes for each unit.
 */
public final class Sheets implements AutoCloseable {
    private final Map<Key, Sheet> known = new HashMap<>();

    /** Only a model makes one. */
    Sheets() {}

    /**
     * The tables for a flow of this shape, on its device.
     *
     * @param x {@code [B, C, H, W]}
     */
    Sheet of(Tensor x, int margin) {
        Key key = new Key(
                new Topography(Math.toIntExact(x.size(1)), Math.toIntExact(x.size(2)), Math.toIntExact(x.size(3))),
                margin);
        return known.computeIfAbsent(key, missing -> {
            try (PointerScope scope = new PointerScope()) {
                return new Sheet(
                        Native.hold(table(missing.units().units(margin), x)),
                        Native.hold(table(missing.units().places(), x)),
                        missing.units().rows(),
                        missing.units().columns());
            }
        });
    }

    private static Tensor table(long[] indices, Tensor like) {
        Tensor table = torch.empty(new long[] {1, indices.length}, new TensorOptions(ScalarType.Long), null);
        ((LongBuffer) table.createBuffer()).put(indices);
        return table.to(like.device(), ScalarType.Long);
    }

    @Override
    public void close() {
        known.values().forEach(sheet -> {
            Native.release(sheet.units());
            Native.release(sheet.places());
        });
        known.clear();
    }

    private record Key(Topography units, int margin) {}

    /**
     * One sheet.
     *
     * @param units {@code [1, places]} with the margin, which unit lies at each place
     * @param places {@code [1, units]}, at which place without the margin each unit lies
     */
    record Sheet(Tensor units, Tensor places, int rows, int columns) {}
}
