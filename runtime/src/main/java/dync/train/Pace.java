package dync.train;

import java.time.Duration;

/** How fast images go by. */
final class Pace {
    private final long begun = System.nanoTime();
    private long images;
    private long waited;

    void add(int count) {
        images += count;
    }

    void waited(long nanoseconds) {
        waited += nanoseconds;
    }

    /** The share of the time that was spent waiting for images. */
    double dataWait() {
        return waited / 1e9 / Math.max(seconds(), 1e-9);
    }

    double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }

    double imagesPerSecond() {
        return images / Math.max(seconds(), 1e-9);
    }

    Duration timeFor(long more) {
        return Duration.ofMillis((long) (1000 * more / Math.max(imagesPerSecond(), 1e-9)));
    }
}
