package dync.stimulus.noise;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Single values are replaced by the largest (salt) or the smallest (pepper) of the images. With M and m the two, and
 * {@code A = s·mean((M - x)²) + (1 - s)·mean((m - x)²)} the power that a replaced value has in expectation, each value
 * is replaced with probability {@code min(1, N / A)}; a replaced one is salt with probability s.
 *
 * @param salt the share s of salt among the replaced values, 0 to 1
 */
@Kind(name = "salt_and_pepper", value = "single values replaced by the largest or the smallest")
public record SaltAndPepper(
        @Key(value = "share of salt among the replaced values", standard = "0.5", atLeast = 0, atMost = 1)
        double salt) implements Noise {
    /**
     * Checks the share.
     *
     * @throws UserError if it is out of its range
     */
    public SaltAndPepper {
        if (!(salt >= 0 && salt <= 1)) {
            throw new UserError(
                    "a share of salt of " + salt + " is not possible",
                    "give a share from 0 (pepper alone) to 1 (salt alone)");
        }
    }

    @Override
    public String name() {
        return "salt-and-pepper";
    }

    @Override
    public void requireSignal(NoiseLevel level) {
        // without any signal every value is replaced: that has a meaning
    }

    @Override
    public Tensor add(Tensor image, Tensor measured, NoiseLevel level, Draws draws) {
        NoiseLevel.Over over = level.over();
        Tensor largest = over.largest(measured);
        Tensor smallest = over.smallest(measured);
        Tensor salted = over.mean(largest.sub(image).square()).mul(new Scalar(salt));
        Tensor peppered = over.mean(smallest.sub(image).square()).mul(new Scalar(1 - salt));
        // an even image has neither power: the quotient is no number, nothing is below it, and nothing is replaced
        Tensor probability = level.power(measured).div(salted.add(peppered));
        Tensor replaced = draws.uniform(image.shape()).lt(probability);
        Tensor grains = torch.where(draws.uniform(image.shape()).lt(new Scalar(salt)), largest, smallest);
        return torch.where(replaced, grains, image);
    }
}
