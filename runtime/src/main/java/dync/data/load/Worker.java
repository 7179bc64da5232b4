package dync.data.load;

import dync.data.transform.Preparation;
import java.util.List;
import java.util.Optional;

/** A thread that prepares pieces of batches until there are no more. */
final class Worker {
    private final BatchSource source;
    private final Ring ring;
    private final List<Buffer> buffers;
    private final Thread thread;

    private Worker(BatchSource source, Ring ring, List<Buffer> buffers, int number) {
        this.source = source;
        this.ring = ring;
        this.buffers = buffers;
        this.thread = new Thread(this::work, "dync-loader-" + number);
        thread.setDaemon(true);
    }

    static Worker start(BatchSource source, Ring ring, List<Buffer> buffers, int number) {
        Worker worker = new Worker(source, ring, buffers, number);
        worker.thread.start();
        return worker;
    }

    private void work() {
        Preparation.Hands hands = source.hands();
        Ring.Piece piece = new Ring.Piece();
        try {
            while (ring.take(piece)) {
                ring.done(piece, prepare(piece, hands));
            }
        } catch (InterruptedException e) {
            // nobody interrupts these threads but who wants them to end
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Throwable> prepare(Ring.Piece piece, Preparation.Hands hands) {
        try {
            source.fill(buffers.get(ring.slot(piece.batch())), piece.batch(), piece.from(), piece.to(), hands);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(e);
        }
    }

    /** Waits for the end of the thread, which may be writing into memory that is about to be freed. */
    void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
