package dync.stimulus.noise;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import dync.stimulus.noise.NoiseLevel.Over;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Gaussian noise that neighbouring pixels share: normal numbers, convolved channel by channel with a Gaussian of
 * {@code kernel} by {@code kernel} pixels and standard deviation {@code kernel / 6} pixels (sum 1, zeros beyond the
 * border), then scaled to standard deviation √N.
 *
 * @param kernel odd, at least 3
 */
@Kind(name = "blurred", value = "normal noise that neighbouring pixels share")
public record BlurredNoise(
        @Key(
                value = "size of the Gaussian that blurs it, in pixels, odd; its deviation is a sixth",
                standard = "7",
                atLeast = 3)
        int kernel)
        implements AdditiveNoise {
    /** The reference's size of the kernel. */
    public static final int USUAL_KERNEL = 7;

    /**
     * Checks the size.
     *
     * @throws UserError if it is even or below 3
     */
    public BlurredNoise {
        if (kernel < 3 || kernel % 2 == 0) {
            throw new UserError(
                    "a kernel of " + kernel + " pixels has no centre and neighbours", "give an odd size of 3 or more");
        }
    }

    @Override
    public String name() {
        return "spatially correlated gaussian";
    }

    @Override
    public Tensor field(Tensor measured, Over over, Draws draws) {
        Tensor white = draws.normal(measured.shape());
        long channels = measured.size(1);
        double spread = kernel / 6.0;
        Tensor distance = torch.arange(new Scalar(kernel), white.options()).sub(new Scalar(kernel / 2));
        Tensor bell =
                distance.square().mul(new Scalar(-1 / (2 * spread * spread))).exp();
        bell = bell.div(bell.sum());
        Tensor across = bell.view(1, 1, 1, kernel).expand(channels, 1, 1, kernel);
        Tensor down = bell.view(1, 1, kernel, 1).expand(channels, 1, kernel, 1);
        long half = kernel / 2;
        Tensor blurred = convolve(convolve(white, across, 0, half), down, half, 0);
        return blurred.div(over.deviation(blurred));
    }

    private static Tensor convolve(Tensor x, Tensor filters, long padDown, long padAcross) {
        return torch.conv2d(
                x,
                filters,
                new TensorOptional(),
                new long[] {1, 1},
                new long[] {padDown, padAcross},
                new long[] {1, 1},
                x.size(1));
    }
}
