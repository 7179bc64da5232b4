package dync.data.transform;

import dync.data.Split;
import java.util.List;

/**
 * A change of an image. Values are from 0 to 1 before and after, whatever the normalisation behind the list makes of them.
 * The settings of each are its parameters; what is random among them is drawn for every image and epoch anew.
 */
public sealed interface Transform extends TransformStep
        permits Affine,
                Blur,
                Brightness,
                CenterCrop,
                Contrast,
                Cutout,
                Erase,
                FlipHorizontal,
                FlipVertical,
                Greyscale,
                Hue,
                RandomCrop,
                RandomResizedCrop,
                Resize,
                Rotate,
                Saturation,
                ToColour,
                Translate {
    /**
     * Changes the picture.
     *
     * @throws dync.runtime.UserError if the picture is too small for what is asked
     */
    void apply(Canvas canvas, Draws draws);

    @Override
    default List<Transform> transforms(String set, Split split) {
        return List.of(this);
    }

    /** What becomes of the images' channels and sizes. */
    default Extent after(Extent before) {
        return before;
    }
}
