package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import java.util.List;
import java.util.Optional;

/**
 * The steps that an unrolled picture shows: until each connection has brought its first signal, and not more than fit on
 * a page.
 *
 * @param from the first one
 * @param to the one after the last
 * @param late connections that bring their first signal later than that
 */
record Span(int from, int to, List<Description.Connection> late) {
    private static final int MOST = 24;
    private static final int LEAST = 12;
    private static final int IDLE = 3;

    static Span of(Description description) {
        Description.Clock clock = description.clock();
        int total = clock.idle() + clock.steps();
        int from = Math.max(0, clock.idle() - IDLE);
        int wanted = description.connections().stream()
                .flatMap(connection -> first(connection, description).stream())
                .filter(step -> step < total && step - from < MOST)
                .reduce(0, Math::max);
        int to = Math.min(total, from + Math.min(MOST, Math.max(LEAST, wanted - from + 3)));
        return new Span(
                from,
                to,
                description.connections().stream()
                        .filter(connection -> first(connection, description)
                                .map(step -> step >= to)
                                .orElse(true))
                        .toList());
    }

    /** The step at which a connection brings its first signal; empty where it never does. */
    static Optional<Integer> first(Description.Connection connection, Description description) {
        return description
                .place(connection.source())
                .flatMap(source -> source.arrival().image())
                .map(step -> step + connection.delay());
    }

    int count() {
        return to - from;
    }

    boolean shows(int step) {
        return step >= from && step < to;
    }
}
