package dync.protocol;

import java.nio.file.Path;
import java.util.List;

/**
 * A test that was made.
 *
 * @param folder where it is
 * @param conditions those that were begun, in their order
 * @param complete whether it came to its end
 */
public record ProtocolResult(Path folder, Protocol protocol, List<ConditionResult> conditions, boolean complete) {
    /** Copies the list. */
    public ProtocolResult {
        conditions = List.copyOf(conditions);
    }
}
