package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.Map;

/**
 * A connection in the grid, and the way that it takes there.
 *
 * @param way how it gets past the other places
 */
record Wire(Description.Connection connection, Lanes.Cell from, Lanes.Cell to, Way way) {
    /** How a wire gets from one place to the other. */
    enum Way {
        /** Straight on, changing its lane just before the target. */
        LATE,
        /** Changing its lane just after the source. */
        EARLY,
        /** Over the places of its lane. */
        ABOVE,
        /** Under the places of its lane. */
        BELOW
    }

    static Wire of(Description.Connection connection, Map<String, Lanes.Cell> cells) {
        Lanes.Cell from = cells.get(connection.source());
        Lanes.Cell to = cells.get(connection.target());
        Way way =
                switch (connection.kind()) {
                    case SKIP, RECURRENCE -> Way.ABOVE;
                    case FEEDBACK -> Way.BELOW;
                    case FEEDFORWARD ->
                        isFree(from.lane(), from, to, cells)
                                ? Way.LATE
                                : isFree(to.lane(), from, to, cells) ? Way.EARLY : Way.ABOVE;
                };
        return new Wire(connection, from, to, way);
    }

    private static boolean isFree(int lane, Lanes.Cell from, Lanes.Cell to, Map<String, Lanes.Cell> cells) {
        return cells.values().stream()
                .noneMatch(cell -> cell.lane() == lane && cell.column() > from.column() && cell.column() < to.column());
    }

    boolean isArc() {
        return way == Way.ABOVE || way == Way.BELOW;
    }

    boolean changesLane() {
        return from.lane() != to.lane();
    }

    /** How many columns lie between its ends. */
    int span() {
        return Math.abs(to.column() - from.column());
    }

    /** The gap, numbered by the column behind it, in which it changes its lane. */
    int gap() {
        return switch (way) {
            case EARLY -> from.column() + 1;
            case LATE, ABOVE -> to.column();
            case BELOW -> to.column() + 1;
        };
    }
}
