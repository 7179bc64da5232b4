package dync.response;

import dync.runtime.ModelInfo;
import dync.runtime.Nearest;
import dync.runtime.Recording;
import dync.runtime.UserError;
import dync.settings.Key;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * What a test keeps of a model's activity.
 *
 * @param areas names of areas and probes; {@value #ALL} for all of them, {@value #NONE} for none
 * @param reduce what of each, at each step
 * @param dtype in which numbers, readouts too
 */
public record RecordSettings(
        @Key(
                value = "areas and probes whose responses are stored, or all, or none; readouts are stored always",
                standard = "[all]",
                main = true)
        List<String> areas,

        @Key(value = "what of an area is stored at each step", standard = "mean")
        Resolution reduce,

        @Key(value = "in which numbers", standard = "float32")
        Format dtype) {
    /** Stands for every area and probe. */
    public static final String ALL = "all";

    /** Stands for no area. */
    public static final String NONE = "none";

    /** Floating-point numbers. */
    public enum Format {
        /** In 4 bytes. */
        FLOAT32(4, ScalarType.Float),
        /** In 2 bytes: three digits, up to 65504. */
        FLOAT16(2, ScalarType.Half);

        private final int bytes;
        private final ScalarType type;

        Format(int bytes, ScalarType type) {
            this.bytes = bytes;
            this.type = type;
        }

        /** Bytes of one number. */
        public int bytes() {
            return bytes;
        }

        /** The same for libtorch. */
        public ScalarType type() {
            return type;
        }
    }

    /** Copies the names. */
    public RecordSettings {
        areas = List.copyOf(areas);
    }

    /**
     * The areas of a model that are meant, in its order, each with the shape of what is kept of one image at one step.
     *
     * @throws UserError if the model has no such area, or the area no such units
     */
    public Map<String, List<Long>> shapes(ModelInfo info) {
        List<String> known = info.areas().stream().map(ModelInfo.Area::name).toList();
        Set<String> wanted = new LinkedHashSet<>(areas);
        wanted.remove(NONE);
        boolean all = wanted.remove(ALL);
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new UserError(
                        info.name() + " has no area or probe '" + name + "' to record", Nearest.advice(name, known));
            }
        }
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        for (ModelInfo.Area area : info.areas()) {
            if (all || wanted.contains(area.name())) {
                shapes.put(area.name(), shape(area));
            }
        }
        return shapes;
    }

    private List<Long> shape(ModelInfo.Area area) {
        try {
            return reduce.shape(area.shape());
        } catch (UserError unfit) {
            throw new UserError(
                    area.name() + ": " + unfit.getMessage(), unfit.help().orElse(""), unfit);
        }
    }

    /** The recording of these areas. */
    public Recording recording(ModelInfo info) {
        return Recording.areas(shapes(info).keySet()).reduced(this::kept);
    }

    private Tensor kept(Tensor value) {
        return reduce.of(value).to(dtype.type());
    }
}
