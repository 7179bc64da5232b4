package dync.data.load;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who fills which part of which buffer: batches are begun in their order, each cut into pieces that any worker takes, and a
 * buffer is filled again when its batch has been used. Nothing is allocated for a piece.
 */
final class Ring {
    /** Part of a batch that a worker has taken on; used again for its next. */
    static final class Piece {
        private int batch;
        private int from;
        private int to;

        int batch() {
            return batch;
        }

        int from() {
            return from;
        }

        int to() {
            return to;
        }
    }

    private static final int LARGEST_PIECE = 16;

    private final BatchSource source;
    private final int batches;
    private final int size;
    private final int pieceSize;
    private final Lock lock = new ReentrantLock();
    private final Condition moreRoom = lock.newCondition();
    private final Condition batchDone = lock.newCondition();
    // all below are read and written under the lock
    private final int[] missing;
    private final Throwable[] failures;
    private final int[] failedAt;
    private int nextBatch;
    private int nextImage;
    private int used;
    private boolean closed;

    /**
     * Nothing is begun yet.
     *
     * @param first batch of the pass
     * @param batches number of batches, with those before the first
     * @param size number of buffers
     */
    Ring(BatchSource source, int first, int batches, int size, int workers) {
        this.source = source;
        this.batches = batches;
        this.size = size;
        this.nextBatch = first;
        this.used = first;
        int largest = first < batches ? source.count(first) : 1;
        this.pieceSize = Math.max(1, Math.min(LARGEST_PIECE, largest / (2 * workers)));
        this.missing = new int[size];
        this.failures = new Throwable[size];
        this.failedAt = new int[size];
        Arrays.fill(missing, -1);
    }

    /** Which buffer a batch is in. */
    int slot(int batch) {
        return batch % size;
    }

    /** Waits for something to do; false if there will be nothing more. */
    boolean take(Piece piece) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && nextBatch < batches && nextBatch >= used + size) {
                moreRoom.await();
            }
            if (closed || nextBatch >= batches) {
                return false;
            }
            int count = source.count(nextBatch);
            if (nextImage == 0) {
                missing[slot(nextBatch)] = count;
                failures[slot(nextBatch)] = null;
            }
            piece.batch = nextBatch;
            piece.from = nextImage;
            piece.to = Math.min(count, nextImage + pieceSize);
            nextImage = piece.to;
            if (nextImage == count) {
                nextBatch++;
                nextImage = 0;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A piece has been prepared, or has failed. */
    void done(Piece piece, Optional<Throwable> failure) {
        lock.lock();
        try {
            int slot = slot(piece.batch);
            // whichever worker was the first: what is reported does not depend on it
            if (failure.isPresent() && (failures[slot] == null || piece.from < failedAt[slot])) {
                failures[slot] = failure.get();
                failedAt[slot] = piece.from;
            }
            missing[slot] -= piece.to - piece.from;
            if (missing[slot] == 0) {
                batchDone.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a batch is there; what is wrong with it, if anything is. */
    Optional<Throwable> await(int batch) throws InterruptedException {
        lock.lock();
        try {
            // before the batch is begun its slot belongs to an earlier one
            while (!(begun(batch) && missing[slot(batch)] == 0)) {
                batchDone.await();
            }
            return Optional.ofNullable(failures[slot(batch)]);
        } finally {
            lock.unlock();
        }
    }

    private boolean begun(int batch) {
        return batch < nextBatch || batch == nextBatch && nextImage > 0;
    }

    /** All batches before this one have been used: their buffers may be filled again. */
    void release(int before) {
        lock.lock();
        try {
            used = before;
            moreRoom.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            moreRoom.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
