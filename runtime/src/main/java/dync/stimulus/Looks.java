package dync.stimulus;

import dync.stimulus.course.Scene;
import dync.stimulus.course.Scene.Fade;
import dync.stimulus.course.Scene.Shown;
import java.util.Optional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The scenes of a batch as tensors {@code [B, C, H, W]} with their channels innermost, as the filters are. The image, the
 * blank and the scene of the moment are kept while they stay; all else is made on the device of the images when it is asked
 * for, the same however often it is.
 */
final class Looks {
    private final Tensor images;
    private final Appearance appearance;
    private final Optional<NoisyFrames> noise;
    private final Tensor even;
    private final Tensor quiet;
    private final Held scene = new Held();
    private final Held blank = new Held();
    private Optional<Tensor> own = Optional.empty();

    Looks(Tensor images, Appearance appearance, Optional<NoisyFrames> noise) {
        this.images = images;
        this.appearance = appearance;
        this.noise = noise;
        this.even = torch.full_like(images, new Scalar(appearance.blank()));
        this.quiet = laidOut(even);
        if (noise.isEmpty()) {
            own = Optional.of(laidOut(seen((Shown) Scene.OWN)));
        }
    }

    private static Tensor laidOut(Tensor frames) {
        return frames.contiguous(torch.MemoryFormat.ChannelsLast);
    }

    /** Whether a scene looks otherwise at every step. */
    boolean changes(boolean shown) {
        return noise.map(frames -> frames.changes(shown)).orElse(false);
    }

    /** The blank without noise. */
    Tensor blank() {
        return quiet;
    }

    Tensor frame(Scene seen, int step) {
        boolean shown = seen.images() > 0;
        if (changes(shown)) {
            return noisy(seen, step, shown);
        }
        if (!shown) {
            return noise.isEmpty() ? quiet : blank.get(seen, () -> noisy(seen, step, false));
        }
        if (own.isPresent() && seen.equals(Scene.OWN)) {
            return own.get();
        }
        return scene.get(seen, () -> noisy(seen, step, true));
    }

    private Tensor noisy(Scene seen, int step, boolean shown) {
        Tensor clean = clean(seen);
        return laidOut(noise.map(frames -> frames.on(clean, step, shown)).orElse(clean));
    }

    private Tensor clean(Scene seen) {
        if (seen instanceof Shown shown) {
            return seen(shown);
        }
        if (seen instanceof Fade fade) {
            Tensor mixed = image(fade.from()).lerp(image(fade.to()), new Scalar(fade.share()));
            return appearance.atContrast(mixed, 1);
        }
        return even;
    }

    private Tensor seen(Shown shown) {
        Tensor image = appearance.atContrast(image(shown.image()), shown.contrast());
        return shown.right() == 0 && shown.down() == 0
                ? image
                : image.roll(new long[] {shown.down(), shown.right()}, 2, 3);
    }

    /** The k-th image after a sample's own. */
    private Tensor image(int k) {
        return k == 0 ? images : images.roll(new long[] {-k}, 0);
    }
}
