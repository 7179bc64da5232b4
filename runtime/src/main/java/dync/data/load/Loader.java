package dync.data.load;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Seeds;
import dync.data.Split;
import dync.runtime.UserError;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Cuts a split into batches. What a pass yields depends on the settings and the number of the pass alone. */
public final class Loader {
    // streams of random numbers that must not coincide
    private static final long SUBSET = 1;
    private static final long ORDER = 2;

    private final Dataset dataset;
    private final Images images;
    private final ImageSize imageSize;
    private final LoaderSettings settings;
    private final int[] chosen;

    /**
     * Prepares; nothing is read yet.
     *
     * @throws UserError if the images differ in size
     */
    public Loader(Dataset dataset, Split split, LoaderSettings settings) {
        this.dataset = dataset;
        this.images = dataset.images(split);
        this.imageSize = dataset.imageSize()
                .orElseThrow(() -> new UserError(
                        "the images of " + dataset.name() + " differ in size, and those of a batch must not",
                        "resize or crop them to one size"));
        this.settings = settings;
        this.chosen = choose();
    }

    private int[] choose() {
        int[] all = IntStream.range(0, images.size()).toArray();
        boolean limited = settings.limit() > 0 && settings.limit() < all.length;
        if (settings.order() == Order.ROUND_ROBIN) {
            int[] inTurn = RoundRobin.order(all, images::label);
            return limited ? Arrays.copyOf(inTurn, settings.limit()) : inTurn;
        }
        if (!limited) {
            return all;
        }
        // drawn rather than the first ones: many sets are sorted by class
        int[] chosen = Arrays.copyOf(Seeds.permutation(images.size(), settings.seed(), SUBSET), settings.limit());
        Arrays.sort(chosen);
        return chosen;
    }

    /** The size of every image in a batch. */
    public ImageSize imageSize() {
        return imageSize;
    }

    /** Images in one pass. */
    public int images() {
        return settings.dropLast() ? batches() * settings.batch() : chosen.length;
    }

    /** Batches in one pass. */
    public int batches() {
        int full = chosen.length / settings.batch();
        boolean rest = chosen.length % settings.batch() > 0;
        return rest && !settings.dropLast() ? full + 1 : full;
    }

    /** The indices of the images in the order of a pass. */
    int[] order(long pass) {
        if (settings.order() != Order.SHUFFLED) {
            return chosen;
        }
        int[] order = Seeds.permutation(chosen.length, settings.seed(), ORDER, pass);
        return Arrays.stream(order).map(i -> chosen[i]).toArray();
    }

    /**
     * Goes through the images once.
     *
     * @param number which pass; every number has its own order where the settings shuffle
     * @param first the batch to begin with, for a pass that is continued
     */
    public Pass pass(long number, int first) {
        return new Pass(
                new BatchSource(dataset, images, imageSize, settings.batch(), order(number)),
                first,
                batches(),
                settings.prefetch());
    }
}
