package dync.runtime;

import java.util.function.Consumer;

/** A model without weights, whose steps a test writes itself. */
final class Program extends DynModel {
    private final Consumer<TimeLoop> steps;

    private Program(ModelInfo info, Consumer<TimeLoop> steps) {
        super(info);
        this.steps = steps;
    }

    /** With an input of one pixel, an area and a readout of one number. */
    static Program of(int idle, int truncate, Consumer<TimeLoop> steps) {
        return new Program(
                ModelInfo.named("Program")
                        .clock(1, 5, idle, truncate)
                        .input("input", 1, 1, 1)
                        .area("A", ModelInfo.AT_RUN_TIME, 1, 1, 1)
                        .readout("out", ModelInfo.AT_RUN_TIME, 1)
                        .build(),
                steps);
    }

    @Override
    protected void run(TimeLoop loop) {
        steps.accept(loop);
    }
}
