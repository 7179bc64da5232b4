package dync.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What the inputs of a model see in the present tile: frames of the stimulus, or what stands for them while idle. */
final class Inputs {
    private final ModelInfo info;
    private final Stimulus stimulus;
    private final Clock clock;
    private final Zeros zeros;
    private final Map<String, Tensor> seen = new HashMap<>();

    Inputs(ModelInfo info, Stimulus stimulus, Clock clock, Zeros zeros) {
        this.info = info;
        this.stimulus = stimulus;
        this.clock = clock;
        this.zeros = zeros;
    }

    /** To be called when a tile ends: its frames are gone with its scope. */
    void clear() {
        seen.clear();
    }

    /** The frame or frames of this tile; null where the stimulus has none. */
    Tensor of(String name) {
        if (!seen.containsKey(name)) {
            boolean idle = clock.first() < info.idle();
            seen.put(name, idle ? blank(name) : clock.still() ? frame(name, 0) : frames(name));
        }
        return seen.get(name);
    }

    private Tensor frames(String name) {
        Tensor[] all = new Tensor[clock.length()];
        for (int i = 0; i < all.length; i++) {
            all[i] = frame(name, i);
        }
        return torch.cat(new TensorVector(all), 0);
    }

    private Tensor frame(String name, int offset) {
        int step = clock.first() + offset - info.idle();
        Tensor frame = stimulus.frame(name, step);
        ModelInfo.Input input = declared(name);
        if (frame != null) {
            Frames.check(input, stimulus.batch(), frame, zeros.scalar());
        } else if (!input.gaps()) {
            throw new UserError(
                    "the stimulus has no frame for the input '" + name + "' at step " + step + ", and " + info.name()
                            + " was compiled for one at every step",
                    "declare the input with gaps = true, or show a blank frame");
        }
        return frame;
    }

    private Tensor blank(String name) {
        ModelInfo.Input input = declared(name);
        Optional<Tensor> stated = stimulus.idle(name);
        stated.ifPresent(frame -> Frames.check(input, stimulus.batch(), frame, zeros.scalar()));
        return stated.orElseGet(() -> zeros.of(1, input.channels(), input.height(), input.width()));
    }

    private ModelInfo.Input declared(String name) {
        return info.input(name)
                .orElseThrow(() -> new IllegalArgumentException(info.name() + " declares no input '" + name + "'"));
    }
}
