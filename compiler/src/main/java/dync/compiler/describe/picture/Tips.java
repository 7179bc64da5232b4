package dync.compiler.describe.picture;

import dync.compiler.describe.Description;
import dync.compiler.describe.Figures;

/** What is said of a connection when one points at it. */
final class Tips {
    private Tips() {}

    /** {@code feedback V4 -> V1 after 30 ms} */
    static String brief(Description.Connection connection, Description.Clock clock) {
        return Style.word(connection.kind()) + " " + connection.source() + " -> " + connection.target() + " after "
                + Figures.time(connection.delay(), clock.step());
    }

    static String of(Description.Connection connection, Description.Clock clock) {
        StringBuilder words = new StringBuilder(Style.word(connection.kind()));
        words.append(' ').append(connection.source()).append(" -> ").append(connection.target());
        words.append(": ").append(Figures.time(connection.delay(), clock.step()));
        words.append(", ").append(Figures.steps(connection.delay()));
        connection.through().ifPresent(through -> words.append(", through ").append(through));
        connection.combine().ifPresent(how -> words.append(", ").append(how));
        for (Description.Bridge bridge : connection.bridges()) {
            words.append(", bridged by ")
                    .append(bridge.operation().equals("conv") ? "a 1×1 convolution" : "nearest resampling")
                    .append(" from ")
                    .append(bridge.from())
                    .append(" to ")
                    .append(bridge.to());
        }
        return words.toString();
    }
}
