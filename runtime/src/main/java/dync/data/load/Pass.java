package dync.data.load;

import dync.data.transform.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One way through the images. Batches are prepared on threads of their own while the model works on the one before, in a
 * ring of buffers that is filled again and again. To be used by one thread, and closed.
 */
public final class Pass implements AutoCloseable {
    private final BatchSource source;
    private final int batches;
    private final List<Buffer> buffers = new ArrayList<>();
    private final Optional<Ring> ring;
    private final List<Worker> workers = new ArrayList<>();
    private final Preparation.Hands hands;
    private int next;
    private long waited;

    Pass(BatchSource source, int first, int batches, LoadSettings load) {
        this.source = source;
        this.next = first;
        this.batches = batches;
        this.hands = source.hands();
        boolean ahead = load.workers() > 0 && load.prefetch() > 0;
        // one more than are prepared ahead: that which the model works on
        int size = ahead ? load.prefetch() + 1 : 1;
        for (int i = 0; i < size; i++) {
            buffers.add(source.buffer());
        }
        ring = ahead ? Optional.of(new Ring(source, first, batches, size, load.workers())) : Optional.empty();
        ring.ifPresent(shared -> {
            for (int i = 0; i < load.workers(); i++) {
                workers.add(Worker.start(source, shared, buffers, i));
            }
        });
    }

    /** Whether there is another batch. */
    public boolean hasNext() {
        return next < batches;
    }

    /**
     * The next batch; the one before it is no longer valid.
     *
     * @throws NoSuchElementException if there is none
     * @throws RuntimeException what reading or transforming an image of the batch has thrown
     */
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("a pass of " + batches + " batches has ended");
        }
        int index = next;
        long start = System.nanoTime();
        if (ring.isPresent()) {
            ring.get().release(index);
            await(ring.get(), index).ifPresent(Pass::raise);
        } else {
            source.fill(buffers.get(0), index, 0, source.count(index), hands);
        }
        waited += System.nanoTime() - start;
        next++;
        return buffers.get(index % buffers.size()).batch(index, source.count(index));
    }

    private static Optional<Throwable> await(Ring ring, int index) {
        try {
            return ring.await(index);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        }
    }

    private static void raise(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /** Nanoseconds that {@link #next} has taken so far: how long the model has waited for its data. */
    public long waitedNanos() {
        return waited;
    }

    @Override
    public void close() {
        ring.ifPresent(Ring::close);
        workers.forEach(Worker::join);
        next = batches;
        buffers.forEach(Buffer::close);
        buffers.clear();
    }
}
