package dync.compiler.graph;

import dync.compiler.value.Value;
import java.util.Map;

/** A rule that takes all variables of a dynamics one step further. */
interface Method {

    /**
     * The state one step later.
     *
     * @param state the value of each variable by name, in the order of the equations
     * @return the same names; poison where something was wrong, which has been reported
     */
    Map<String, Value> step(Map<String, Value> state);
}
