package dync.data.load;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * One way through the images. Batches are prepared on a thread of its own while the model works on the one before, in
 * a ring of buffers that is filled again and again. To be used by one thread, and closed.
 */
public final class Pass implements AutoCloseable {
    private record Filled(Buffer buffer, RuntimeException failure) {}

    private final BatchSource source;
    private final int batches;
    private final List<Buffer> ring = new ArrayList<>();
    private final BlockingQueue<Buffer> free;
    private final BlockingQueue<Filled> ready;
    private final Thread worker;
    private int next;
    private Buffer current;

    Pass(BatchSource source, int first, int batches, int prefetch) {
        this.source = source;
        this.next = first;
        this.batches = batches;
        int buffers = prefetch + 1;
        free = new ArrayBlockingQueue<>(buffers);
        ready = new ArrayBlockingQueue<>(buffers);
        for (int i = 0; i < buffers; i++) {
            ring.add(source.buffer());
        }
        free.addAll(ring);
        worker = prefetch == 0 ? null : new Thread(() -> work(first), "dync-loader");
        if (worker != null) {
            worker.setDaemon(true);
            worker.start();
        }
    }

    private void work(int first) {
        try {
            for (int index = first; index < batches; index++) {
                Buffer buffer = free.take();
                ready.put(fill(buffer, index));
            }
        } catch (InterruptedException e) {
            // closed before the end: there is nobody to hand a batch to
            Thread.currentThread().interrupt();
        }
    }

    private Filled fill(Buffer buffer, int index) {
        try {
            source.fill(buffer, index);
            return new Filled(buffer, null);
        } catch (RuntimeException e) {
            return new Filled(buffer, e);
        }
    }

    /** Whether there is another batch. */
    public boolean hasNext() {
        return next < batches;
    }

    /**
     * The next batch; the one before it is no longer valid.
     *
     * @throws NoSuchElementException if there is none
     */
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("a pass of " + batches + " batches has ended");
        }
        if (current != null) {
            free.add(current);
            current = null;
        }
        Filled filled = take();
        current = filled.buffer();
        if (filled.failure() != null) {
            throw filled.failure();
        }
        next++;
        return current.batch();
    }

    private Filled take() {
        if (worker == null) {
            return fill(free.remove(), next);
        }
        try {
            return ready.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a batch", e);
        }
    }

    @Override
    public void close() {
        if (worker != null) {
            worker.interrupt();
            join();
        }
        next = batches;
        ring.forEach(Buffer::close);
        ring.clear();
    }

    private void join() {
        // the worker may be writing into a buffer that is about to be freed
        boolean interrupted = false;
        while (worker.isAlive()) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
