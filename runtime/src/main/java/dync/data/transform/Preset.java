package dync.data.transform;

import dync.data.Split;
import dync.settings.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lists of transforms of the reference toolbox, by its names. Rotations and shifts look up the nearest pixel there. One
 * name serves all splits; images that are not trained on are resized and cropped and never augmented.
 */
public sealed interface Preset extends TransformStep {

    /** Which of the others the reference takes for a set. */
    @Kind("the preset of the name of the data set, or else base")
    record BySet() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            Preset preset =
                    switch (set) {
                        case "mnist" -> new Mnist();
                        case "imagenet", "imagenette" -> new Imagenet();
                        default -> new Base();
                    };
            return preset.transforms(set, split);
        }
    }

    /** Nothing, as the reference builds files for FFCV. */
    @Kind("no transform")
    record Plain() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            return List.of();
        }
    }

    /** The reference's {@code base}. */
    @Kind("rotate by 10°, shift by a tenth, mirror, change brightness, contrast and saturation by 0.2")
    record Base() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            return training(
                    split,
                    rotation(),
                    shift(),
                    new FlipHorizontal(0.5),
                    new Brightness(0.2, 1),
                    new Contrast(0.2, 1),
                    new Saturation(0.2, 1));
        }
    }

    /** The reference's {@code mnist}. */
    @Kind("rotate by 10°, shift by a tenth, make grey")
    record Mnist() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            // the reference tests in three channels what it trained in one
            return split == Split.TRAIN ? List.of(rotation(), shift(), new Greyscale(1)) : List.of(new Greyscale(1));
        }
    }

    /** The reference's {@code imagenet} and {@code imagenette}. */
    @Kind("resize to 256, cut out the middle 224, then base")
    record Imagenet() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            List<Transform> all =
                    new ArrayList<>(List.of(new Resize(256, Optional.empty()), new CenterCrop(224, Optional.empty())));
            all.addAll(new Base().transforms(set, split));
            return List.copyOf(all);
        }
    }

    /** The reference's {@code base} for FFCV, whose changes of colour are done to every second image. */
    @Kind("mirror, change brightness, contrast and saturation by 0.2 of every second image, shift by 22 pixels")
    record FfcvBase() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            return training(
                    split,
                    new FlipHorizontal(0.5),
                    new Brightness(0.2, 0.5),
                    new Contrast(0.2, 0.5),
                    new Saturation(0.2, 0.5),
                    new Translate(22, 0));
        }
    }

    /** The reference's {@code mnist} for FFCV. */
    @Kind("change brightness, contrast and saturation by 0.2 of every second image")
    record FfcvMnist() implements Preset {
        @Override
        public List<Transform> transforms(String set, Split split) {
            return training(split, new Brightness(0.2, 0.5), new Contrast(0.2, 0.5), new Saturation(0.2, 0.5));
        }
    }

    private static List<Transform> training(Split split, Transform... transforms) {
        return split == Split.TRAIN ? List.of(transforms) : List.of();
    }

    private static Transform rotation() {
        return new Rotate(10, Interpolation.NEAREST, 0);
    }

    private static Transform shift() {
        return new Affine(0, 0.1, 1, 1, 0, Interpolation.NEAREST, 0);
    }
}
