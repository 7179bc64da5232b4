package dync.data.transform;

import dync.data.Split;
import java.util.List;

/** An entry of a list of transforms: one of them, or the name of several. */
public sealed interface TransformStep permits Transform, Preset {
    /**
     * The transforms that it stands for.
     *
     * @param set name of the data set
     * @param split which images are to be transformed; presets augment those to train on only
     */
    List<Transform> transforms(String set, Split split);
}
