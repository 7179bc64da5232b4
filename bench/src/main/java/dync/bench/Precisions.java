package dync.bench;

import java.io.IOException;
import java.util.List;

/** Training steps in single precision and with products in bfloat16, taking turns: {@code bench/precision [STEPS]}. */
public final class Precisions {
    private Precisions() {}

    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        for (Task task : List.of(Task.DYRCNN_X4, Task.CORNET_RT)) {
            Rounds.run(
                    task.title(),
                    steps,
                    List.of(
                            task.contender("fp32", "optimised", 0, "fp32"),
                            task.contender("bf16", "optimised", 0, "bf16"),
                            task.contender("fp32, in tiles", "optimised", 16, "fp32"),
                            task.contender("bf16, in tiles", "optimised", 16, "bf16")));
        }
    }
}
