package dync.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Training steps of DyRCNNx4 and CORnet-RT under the reference plan and the optimised one, and of DyRCNNx4 written
 * plainly in PyTorch where a Python with torch is named: {@code bench/plans [STEPS] [PYTHON]}.
 */
public final class Plans {
    private Plans() {}

    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        for (Task task : List.of(Task.DYRCNN_X4, Task.CORNET_RT)) {
            List<Contender> contenders = new ArrayList<>(List.of(
                    task.contender("reference", "reference", 0, "fp32"),
                    task.contender("optimised", "optimised", 0, "fp32"),
                    task.contender("optimised, in tiles", "optimised", 16, "fp32")));
            if (arguments.length > 1 && task.equals(Task.DYRCNN_X4)) {
                contenders.add(new Contender(
                        "PyTorch", List.of(arguments[1], "bench/peer/dyrcnn_x4.py", String.valueOf(task.batch()))));
            }
            Rounds.run(task.title(), steps, contenders);
        }
    }
}
