package dync.response;

import dync.runtime.Reduction;
import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What is kept of an area at each step. An area is {@code [C, H, W]}, or of fewer axes; the first of a value is the batch. */
public sealed interface Resolution extends Reduction
        permits Resolution.Full, Resolution.Mean, Resolution.Channels, Resolution.Grid, Resolution.Units {
    /**
     * The shape of what is kept of one image at one step.
     *
     * @param area shape of one image's response
     * @throws UserError if the area has no such part
     */
    List<Long> shape(List<Long> area);

    /** What the axes after image and step are, for a person. */
    String axes();

    /** Everything. */
    @Kind("every unit")
    record Full() implements Resolution {
        @Override
        public List<Long> shape(List<Long> area) {
            return area;
        }

        @Override
        public String axes() {
            return "channel, row, column";
        }

        @Override
        public Tensor of(Tensor value) {
            return value;
        }
    }

    /** Two numbers. */
    @Kind("mean and standard deviation of |x| over all units of an area")
    record Mean() implements Resolution {
        @Override
        public List<Long> shape(List<Long> area) {
            return List.of(2L);
        }

        @Override
        public String axes() {
            return "mean of |x|, standard deviation of |x|";
        }

        @Override
        public Tensor of(Tensor value) {
            // the order of the units does not matter here, and in this one nothing is copied
            Tensor ordered = value.dim() == 4 ? value.permute(0, 2, 3, 1) : value;
            Tensor units = ordered.reshape(value.size(0), -1).abs();
            T_TensorTensor_T both = torch.std_mean(units, new long[] {1}, units.size(1) > 1, false);
            return torch.stack(new TensorVector(both.get1(), both.get0()), 1);
        }
    }

    /** One number a channel. */
    @Kind("mean over space of each channel")
    record Channels() implements Resolution {
        @Override
        public List<Long> shape(List<Long> area) {
            return area.size() == 3 ? area.subList(0, 1) : area;
        }

        @Override
        public String axes() {
            return "channel";
        }

        @Override
        public Tensor of(Tensor value) {
            return value.dim() == 4 ? value.mean(2, 3) : value;
        }
    }

    /**
     * A coarser picture of each channel; an area that has less rows or columns keeps its own.
     *
     * @param height rows
     * @param width columns
     */
    @Kind("each channel on a coarser grid, by means over its cells")
    record Grid(
            @Key(value = "rows", atLeast = 1) int height,
            @Key(value = "columns", atLeast = 1) int width) implements Resolution {
        @Override
        public List<Long> shape(List<Long> area) {
            return area.size() == 3
                    ? List.of(area.get(0), Math.min(height, area.get(1)), Math.min(width, area.get(2)))
                    : area;
        }

        @Override
        public String axes() {
            return "channel, row of the grid, column of the grid";
        }

        @Override
        public Tensor of(Tensor value) {
            return value.dim() == 4
                    ? torch.adaptive_avg_pool2d(value, Math.min(height, value.size(2)), Math.min(width, value.size(3)))
                    : value;
        }
    }

    /**
     * Some units, counted channel by channel, row by row.
     *
     * @param every every so manieth, beginning with the first
     * @param indices these
     */
    @Kind("some units, counted channel by channel and row by row")
    record Units(
            @Key(value = "every so manieth unit", standard = "", atLeast = 1)
            Optional<Integer> every,

            @Key(value = "the units of these numbers, counted from 0", standard = "", atLeast = 0)
            List<Long> indices)
            implements Resolution {
        /**
         * Checks that one way is chosen.
         *
         * @throws UserError if not
         */
        public Units {
            indices = List.copyOf(indices);
            if (every.isPresent() != indices.isEmpty()) {
                throw new UserError(
                        "units are chosen by 'every' or by 'indices'",
                        "write {kind: units, every: 100} or {kind: units, indices: [0, 17]}");
            }
        }

        @Override
        public List<Long> shape(List<Long> area) {
            return List.of((long) chosen(area.stream().reduce(1L, Math::multiplyExact)).length);
        }

        private long[] chosen(long units) {
            for (long index : indices) {
                if (index >= units) {
                    throw new UserError("an area of " + units + " units has no unit " + index, "units count from 0");
                }
            }
            return every.map(step -> LongStream.iterate(0, unit -> unit < units, unit -> unit + step)
                            .toArray())
                    .orElseGet(() -> indices.stream().mapToLong(Long::longValue).toArray());
        }

        @Override
        public String axes() {
            return every.map(step -> "every " + step + "th unit").orElseGet(() -> "units " + indices.toString());
        }

        @Override
        public Tensor of(Tensor value) {
            Tensor units = value.reshape(value.size(0), -1);
            long[] chosen = chosen(units.size(1));
            Tensor index = torch.empty(new long[] {chosen.length}, new TensorOptions(ScalarType.Long), null);
            index.data_ptr_long().put(chosen, 0, chosen.length);
            return units.index_select(1, value.is_cpu() ? index : index.to(value.device(), ScalarType.Long));
        }
    }
}
