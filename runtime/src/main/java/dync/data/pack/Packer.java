package dync.data.pack;

import dync.data.Dataset;
import dync.data.Images;
import dync.data.Picture;
import dync.data.Split;
import dync.data.transform.Preparation;
import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32C;

/**
 * Writes a data set into one file. Until all is written it is called {@code FILE.part}; a later start goes on with that, if it
 * was begun in the same way.
 */
public final class Packer {
    private static final int AHEAD = 64;

    private final Dataset set;
    private final PackPlan plan;
    private final Map<Split, Preparation> preparations;
    private final Description description;

    /** Prepares; nothing is written yet. */
    public Packer(Dataset set, PackPlan plan) {
        this.set = set;
        this.plan = plan;
        this.preparations = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            preparations.put(split, plan.preparation(set, split));
        }
        this.description = Description.of(
                set,
                preparations.get(Split.TRAIN).extent().channels(),
                plan.encoding(),
                plan.describe(),
                set.images(Split.TRAIN).size(),
                set.images(Split.TEST).size(),
                set.images(Split.VALIDATION).size(),
                labelSum());
    }

    private int labelSum() {
        CRC32C sum = new CRC32C();
        for (Split split : Split.values()) {
            Images images = set.images(split);
            ByteBuffer labels = ByteBuffer.allocate(4 * images.size());
            for (int i = 0; i < images.size(); i++) {
                labels.putInt(images.label(i));
            }
            sum.update(labels.array());
        }
        return (int) sum.getValue();
    }

    /**
     * Writes the file, or the rest of it.
     *
     * @param stop asked before every sample; true ends early, and a later call goes on
     * @return whether all was written
     * @throws BadFile if the disk does not take it
     * @throws dync.runtime.UserError if an image cannot be read
     */
    public boolean write(Path file, PackListener listener, BooleanSupplier stop) {
        int all = description.train() + description.test() + description.validation();
        try (PartialPack pack = PartialPack.open(file, description, all)) {
            if (pack.samples() > 0) {
                listener.note("going on after " + pack.samples() + " of " + all + " images in " + pack.path());
            }
            if (!append(pack, all, listener, stop)) {
                pack.flush();
                return false;
            }
            pack.finish();
            return true;
        } catch (IOException e) {
            throw new BadFile(
                    file,
                    "cannot be written: " + e.getMessage(),
                    "make room, or name a folder that you may write to; what is written so far is kept",
                    e);
        }
    }

    private boolean append(PartialPack pack, int all, PackListener listener, BooleanSupplier stop) throws IOException {
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                    Thread thread = new Thread(task, "dync-packer");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            ThreadLocal<Map<Split, Preparation.Hands>> hands = ThreadLocal.withInitial(this::hands);
            Deque<Future<Sample>> ahead = new ArrayDeque<>();
            int begun = pack.samples();
            while (pack.samples() < all) {
                while (begun < all && ahead.size() < AHEAD) {
                    int sample = begun++;
                    ahead.add(workers.submit(() -> sample(sample, hands.get())));
                }
                if (stop.getAsBoolean()) {
                    return false;
                }
                pack.append(result(ahead.remove()));
                listener.packed(pack.samples(), all);
            }
            return true;
        } finally {
            workers.shutdownNow();
        }
    }

    private Map<Split, Preparation.Hands> hands() {
        Map<Split, Preparation.Hands> hands = new EnumMap<>(Split.class);
        preparations.forEach((split, preparation) -> hands.put(split, preparation.hands()));
        return hands;
    }

    private Sample sample(int sample, Map<Split, Preparation.Hands> hands) {
        Split split = description.splitOf(sample);
        int image = sample - description.first(split);
        Picture picture = hands.get(split).prepare(image, 0);
        return new Sample(
                plan.encoding().encode(picture), set.images(split).label(image), picture.height(), picture.width());
    }

    private static Sample result(Future<Sample> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** An image as it is stored. */
    record Sample(byte[] bytes, int label, int height, int width) {}
}
