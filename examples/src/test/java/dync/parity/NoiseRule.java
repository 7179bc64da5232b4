package dync.parity;

import com.google.gson.JsonObject;
import dync.stimulus.noise.BlurredNoise;
import dync.stimulus.noise.GaussianNoise;
import dync.stimulus.noise.ImageSpectrum;
import dync.stimulus.noise.Noise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.PhaseScrambled;
import dync.stimulus.noise.PoissonNoise;
import dync.stimulus.noise.SaltAndPepper;
import dync.stimulus.noise.UniformNoise;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Noise on images, by the function of the reference and its arguments. */
final class NoiseRule {
    private static final Map<String, String> ALIASES =
            Map.of("spatialcorr", "spatially_correlated", "tempmode", "temporal_mode");

    private NoiseRule() {}

    static void compare(ParityCase recorded, Comparison comparison) {
        for (JsonObject line : recorded.rows()) {
            String row = line.get("index").getAsString() + "/";
            Settings given = new Settings(line.getAsJsonObject("kwargs"), ALIASES);
            Noise noise = noise(line.get("function").getAsString().replaceAll("_noise$", ""), given);
            NoiseLevel level = given.get("snr").isPresent()
                    ? new NoiseLevel(given.number("snr", 1))
                    : NoiseLevel.signalShare(given.number("ssnr", 1));
            given.ignore("ssnr");
            String mode = given.text("temporal_mode", "dynamic");
            given.complete();
            Tensor images = recorded.tensor(row + "images");
            RecordedDraws draws = new RecordedDraws(recorded, row);
            Tensor noisy =
                    images.dim() == 4 ? noise.on(images, level, draws) : overTime(noise, images, level, draws, mode);
            comparison.table(row + "result", Numbers.of(noisy));
        }
    }

    /** @param images {@code [B, T, C, H, W]}; a pattern that stays is laid on the first frame, which stays too */
    private static Tensor overTime(Noise noise, Tensor images, NoiseLevel level, RecordedDraws draws, String mode) {
        if (mode.equals("static")) {
            return noise.on(images.select(1, 0), level, draws).unsqueeze(1).expand(images.shape());
        }
        if (!mode.equals("dynamic")) {
            throw new OutOfScope("noise that changes as '" + mode + "', which the reference has no formula for");
        }
        TensorVector frames = new TensorVector();
        for (long t = 0; t < images.size(1); t++) {
            frames.push_back(noise.on(images.select(1, t), level, draws));
        }
        return torch.stack(frames, 1);
    }

    /** @param kind as functions and loaders name it; underscores do not matter */
    static Noise noise(String kind, Settings given) {
        return switch (kind.replace("_", "")) {
            case "uniform" -> new UniformNoise();
            case "gaussian" -> {
                int kernel = given.whole("correlation_kernel_size", BlurredNoise.USUAL_KERNEL);
                yield given.flag("spatially_correlated", false) ? new BlurredNoise(kernel) : new GaussianNoise();
            }
            case "saltpepper" -> new SaltAndPepper(given.number("salt_vs_pepper", 0.5));
            case "poisson" -> new PoissonNoise();
            case "phasescrambled" -> {
                double exponent = given.number("spectral_exponent", PhaseScrambled.USUAL_EXPONENT);
                yield given.flag("use_image_spectrum", false)
                        ? new ImageSpectrum()
                        : new PhaseScrambled(exponent, true);
            }
            default -> throw new OutOfScope("noise of kind " + kind);
        };
    }
}
