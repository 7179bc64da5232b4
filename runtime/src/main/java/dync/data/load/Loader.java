package dync.data.load;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.data.Images;
import dync.data.Seeds;
import dync.data.Split;
import dync.data.transform.Preparation;
import dync.data.transform.TransformSettings;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Cuts a split into batches. What a pass yields depends on the settings and the number of the pass alone. */
public final class Loader {
    // streams of random numbers that must not coincide
    private static final long SUBSET = 1;
    private static final long ORDER = 2;

    private static final long TRANSFORM = 11;

    private final Preparation preparation;
    private final LoaderSettings settings;
    private final ImageSize imageSize;
    private final int[] chosen;

    /**
     * For images as they are, normalised by the figures of their set. Nothing is read yet.
     *
     * @throws dync.runtime.UserError if the images differ in size
     */
    public Loader(Dataset dataset, Split split, LoaderSettings settings) {
        this(new Preparation(dataset, split, TransformSettings.NONE), settings);
    }

    /**
     * For images that are transformed. Nothing is read yet.
     *
     * @throws dync.runtime.UserError if the images differ in size
     */
    public Loader(Preparation preparation, LoaderSettings settings) {
        this.preparation = preparation;
        this.settings = settings;
        this.imageSize = preparation.imageSize();
        this.chosen = choose();
    }

    private int[] choose() {
        Images images = preparation.images();
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
        return settings.load().dropLast() ? batches() * settings.batch() : chosen.length;
    }

    /** Batches in one pass. */
    public int batches() {
        int full = chosen.length / settings.batch();
        boolean rest = chosen.length % settings.batch() > 0;
        return rest && !settings.load().dropLast() ? full + 1 : full;
    }

    /** Images in the smallest batch of a pass; 0 if there are none at all. */
    public int smallestBatch() {
        int rest = images() % settings.batch();
        return rest > 0 ? rest : Math.min(settings.batch(), images());
    }

    /** The indices of the images in the order of a pass. */
    public int[] order(long pass) {
        if (settings.order() != Order.SHUFFLED) {
            return chosen;
        }
        int[] order = Seeds.permutation(chosen.length, settings.seed(), ORDER, pass);
        return Arrays.stream(order).map(i -> chosen[i]).toArray();
    }

    /**
     * Goes through the images once.
     *
     * @param number which pass, as the epoch; every number has an order of its own where the settings shuffle, and draws
     *     what is random in transforms anew
     * @param first the batch to begin with, for a pass that is continued
     */
    public Pass pass(long number, int first) {
        long stream = Seeds.mix(settings.seed(), TRANSFORM, number);
        return new Pass(
                new BatchSource(preparation, settings.batch(), order(number), stream),
                first,
                batches(),
                settings.load());
    }
}
