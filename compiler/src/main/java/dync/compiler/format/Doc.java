package dync.compiler.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A text whose lines are not broken yet, after Wadler's "A prettier printer" (2003): {@link Layout} decides for each
 * group whether it goes on one line.
 */
sealed interface Doc {
    /** Holds nothing. */
    Doc EMPTY = new Text("");

    /** A new line, whatever the room. */
    Doc NEWLINE = new Line("", true, false);

    /** A new line with an empty one before it. */
    Doc BLANK = new Line("", true, true);

    /** Whether it cannot go on one line. */
    default boolean isBroken() {
        return false;
    }

    /** A stretch without line breaks. */
    record Text(String text) implements Doc {}

    /**
     * A place where a line may break.
     *
     * @param flat what stands there where it does not
     */
    record Line(String flat, boolean hard, boolean blank) implements Doc {
        @Override
        public boolean isBroken() {
            return hard;
        }
    }

    /** One after another. */
    record Sequence(List<Doc> parts, boolean isBroken) implements Doc {}

    /** Breaks all its own lines or none. */
    record Group(Doc content, boolean isBroken) implements Doc {}

    /** Indents the lines inside by that much more. */
    record Nest(int by, Doc content) implements Doc {
        @Override
        public boolean isBroken() {
            return content.isBroken();
        }
    }

    /** Indents the lines inside to where it begins. */
    record Align(Doc content) implements Doc {
        @Override
        public boolean isBroken() {
            return content.isBroken();
        }
    }

    /** A text that is there where the group around it is broken. */
    record Padding(String text) implements Doc {}

    /** A comment that ends its line. */
    record Comment(String text) implements Doc {
        @Override
        public boolean isBroken() {
            return true;
        }
    }

    /** Text as it was, over several lines; {@code column} is where its first line began. */
    record Verbatim(String text, int column) implements Doc {
        @Override
        public boolean isBroken() {
            return true;
        }
    }

    /**
     * What follows an opening bracket: on one line, else filled and aligned behind the bracket, else as a block.
     *
     * @param close the closing bracket
     * @param asBlock whether the author began it on a line of its own
     * @param table whether long elements stand one below the other
     * @param block the block; its own lines are broken
     */
    record Listing(List<Doc> elements, String close, boolean asBlock, boolean table, Doc block) implements Doc {
        @Override
        public boolean isBroken() {
            return asBlock || elements.stream().anyMatch(Doc::isBroken);
        }
    }

    static Doc text(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }

    /** A break that is {@code flat} where it does not break. */
    static Doc line(String flat) {
        return new Line(flat, false, false);
    }

    static Doc of(List<Doc> parts) {
        return new Sequence(List.copyOf(parts), parts.stream().anyMatch(Doc::isBroken));
    }

    static Doc of(Doc... parts) {
        return of(List.of(parts));
    }

    static Doc group(Doc content) {
        return group(content, false);
    }

    static Doc group(Doc content, boolean broken) {
        return new Group(content, broken || content.isBroken());
    }

    /** The parts with {@code between} them. */
    static Doc join(List<Doc> parts, Doc between) {
        List<Doc> joined = new ArrayList<>();
        for (Doc part : parts) {
            if (!joined.isEmpty()) {
                joined.add(between);
            }
            joined.add(part);
        }
        return of(joined);
    }
}
