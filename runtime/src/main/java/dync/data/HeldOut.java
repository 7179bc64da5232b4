package dync.data;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds back a share of the training images, of every class alike. Which ones follows from the seed by a rule, so that
 * nothing needs to be stored: the same seed holds back the same images on every machine, and after a run is resumed.
 */
public final class HeldOut {
    // so that no other use of the same seed draws the same numbers
    private static final long TAG = 0x48656c64;

    private HeldOut() {}

    /**
     * The set with a part of its training images held back for another split, if that is empty; else the set itself.
     *
     * @param split {@link Split#VALIDATION} or {@link Split#TEST}
     * @param share of the images of each class, 0 to 1; rounded, and one at least remains to train on
     */
    public static Dataset from(Dataset set, Split split, double share, long seed) {
        if (!(share >= 0 && share < 1) || split == Split.TRAIN) {
            throw new IllegalArgumentException("a share of " + share + " for " + split);
        }
        if (share == 0 || set.images(split).size() > 0) {
            return set;
        }
        Images train = set.images(Split.TRAIN);
        boolean[] held = choose(train, set.classes().size(), split, share, seed);
        Map<Split, Images> parts = new EnumMap<>(Split.class);
        for (Split other : Split.values()) {
            parts.put(other, set.images(other));
        }
        parts.put(Split.TRAIN, ImageSubset.of(train, where(held, false)));
        parts.put(split, ImageSubset.of(train, where(held, true)));
        return new DatasetView(set, set.classes(), set.classIds(), parts);
    }

    private static boolean[] choose(Images images, int classes, Split split, double share, long seed) {
        int[][] members = members(images, classes);
        boolean[] held = new boolean[images.size()];
        for (int label = 0; label < classes; label++) {
            int size = members[label].length;
            int count = Math.min((int) Math.round(share * size), Math.max(0, size - 1));
            int[] order = Seeds.permutation(size, seed, TAG, split.ordinal(), label);
            for (int i = 0; i < count; i++) {
                held[members[label][order[i]]] = true;
            }
        }
        return held;
    }

    private static int[][] members(Images images, int classes) {
        int[] counts = new int[classes];
        for (int i = 0; i < images.size(); i++) {
            counts[images.label(i)]++;
        }
        int[][] members = new int[classes][];
        Arrays.setAll(members, label -> new int[counts[label]]);
        int[] next = new int[classes];
        for (int i = 0; i < images.size(); i++) {
            int label = images.label(i);
            members[label][next[label]++] = i;
        }
        return members;
    }

    private static int[] where(boolean[] flags, boolean value) {
        return IntStream.range(0, flags.length).filter(i -> flags[i] == value).toArray();
    }
}
