package dync.stimulus;

import dync.stimulus.Noisy.Change;
import dync.stimulus.noise.CorrelatedDraws;
import dync.stimulus.noise.Draws;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/** Lays noise on the frames of a batch. */
final class NoisyFrames {
    private final Noisy noisy;
    private final Tensor images;
    private final Place place;
    private final Optional<CorrelatedDraws> correlated;

    NoisyFrames(Noisy noisy, Tensor images, double stepMs, Place place) {
        this.noisy = noisy;
        this.images = images;
        this.place = place;
        // noise that goes on in time does not begin anew with the image
        this.correlated = noisy.change() == Change.CORRELATED
                ? Optional.of(new CorrelatedDraws(Math.exp(-stepMs / noisy.correlationMs()), step -> draws(step, true)))
                : Optional.empty();
    }

    /** Whether frames are other ones at every step, while an image is shown or a blank. */
    boolean changes(boolean shown) {
        return noisy.change() != Change.STATIC && (shown || noisy.background());
    }

    /** A frame with the noise of a step. */
    Tensor on(Tensor clean, int step, boolean shown) {
        if (!shown && !noisy.background()) {
            return clean;
        }
        int of = noisy.change() == Change.STATIC ? 0 : step;
        Draws draws = correlated.<Draws>map(process -> process.at(of)).orElseGet(() -> draws(of, shown));
        return noisy.noise().on(clean, images, noisy.level(), draws);
    }

    private Draws draws(int step, boolean shown) {
        return noisy.source().draws(images.device(), place, images.size(0), step, shown);
    }
}
