package dync.train;

/** Hears how training goes on; called on the thread that trains, so it should be quick. */
public interface TrainingListener {

    /** Training begins or is continued at a position. */
    default void started(TrainingPlan plan) {}

    /** A batch has been trained on. */
    default void batch(BatchReport report) {}

    /** A batch of test images has been answered: {@code done} of {@code total} images. */
    default void testing(int done, int total) {}

    /** An epoch has ended. */
    default void epoch(EpochReport report) {}

    /** Something that the user should know, as a line: a damaged checkpoint, a disk that is full. Comes from any thread. */
    default void note(String line) {}

    /** Tells two listeners, one after the other. */
    static TrainingListener both(TrainingListener first, TrainingListener second) {
        return new TrainingListener() {
            @Override
            public void started(TrainingPlan plan) {
                first.started(plan);
                second.started(plan);
            }

            @Override
            public void batch(BatchReport report) {
                first.batch(report);
                second.batch(report);
            }

            @Override
            public void testing(int done, int total) {
                first.testing(done, total);
                second.testing(done, total);
            }

            @Override
            public void epoch(EpochReport report) {
                first.epoch(report);
                second.epoch(report);
            }

            @Override
            public void note(String line) {
                first.note(line);
                second.note(line);
            }
        };
    }
}
