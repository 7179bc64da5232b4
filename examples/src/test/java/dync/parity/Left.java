package dync.parity;

import java.util.ArrayList;
import java.util.List;

/** Rows of a table for which there is no rule: the others are compared, and then these are told. */
final class Left {
    private final List<String> reasons = new ArrayList<>();

    void unless(int row, Runnable comparison) {
        try {
            comparison.run();
        } catch (OutOfScope reason) {
            reasons.add("row " + row + ": " + reason.getMessage());
        }
    }

    /** @throws OutOfScope if rows were left and all others agree; else they stand among the problems */
    void tell(Comparison comparison) {
        if (reasons.isEmpty()) {
            return;
        }
        if (comparison.problems().isEmpty()) {
            throw new OutOfScope(String.join("; ", reasons));
        }
        reasons.forEach(comparison::problem);
    }
}
