package dync.data.pack;

import dync.data.Dataset;
import dync.data.Split;
import dync.data.transform.CenterCrop;
import dync.data.transform.NormalisationSettings;
import dync.data.transform.Preparation;
import dync.data.transform.Resize;
import dync.data.transform.TransformSettings;
import dync.data.transform.TransformStep;
import dync.runtime.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes into a packed file.
 *
 * @param resolution length that the shorter side of each image is brought to; empty leaves images as they are
 * @param square whether the middle is cut out, so that all images have one size
 * @param encoding how a sample is stored
 */
public record PackPlan(Optional<Integer> resolution, boolean square, Encoding encoding) {
    /** Images as they are, a byte for each value. */
    public static final PackPlan AS_THEY_ARE = new PackPlan(Optional.empty(), false, new Encoding.Raw());

    /** Checks that the parts go together. */
    public PackPlan {
        if (resolution.isPresent() && resolution.get() < 1) {
            throw new UserError("images of " + resolution.get() + " pixels cannot be", "give at least 1");
        }
        if (square && resolution.isEmpty()) {
            throw new UserError(
                    "the middle of an image can be cut out only if its size is known",
                    "say how large it is to be: --resolution 224");
        }
    }

    Preparation preparation(Dataset set, Split split) {
        List<TransformStep> steps = new ArrayList<>();
        resolution.ifPresent(length -> steps.add(new Resize(length, Optional.empty())));
        if (square) {
            steps.add(new CenterCrop(resolution.orElseThrow(), Optional.empty()));
        }
        return new Preparation(set, split, new TransformSettings(steps, steps, new NormalisationSettings.None()));
    }

    String describe() {
        String size = resolution
                .map(length -> square ? "middle of " + length + "×" + length : "shorter side " + length)
                .orElse("as they are");
        return encoding instanceof Encoding.Jpeg jpeg ? size + ", JPEG of quality " + jpeg.quality() : size;
    }
}
