package dync.stimulus.course;

import dync.runtime.UserError;
import dync.settings.Key;
import dync.settings.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Image and blank by a pattern that is stretched over the run, not repeated: of {@code P} entries, step {@code t} of
 * {@code T} takes entry {@code floor(t · P / T)}. Without shuffling {@code 1011} over 10 steps is {@code 1110011111}.
 *
 * @param entries 1 shows the image, 0 a blank; at least one
 * @param shuffle whether every batch sees the entries in another order
 */
@Kind("image and blank by a pattern that is stretched over the run")
public record Pattern(
        @Key("zeros and ones: 1 shows the image, 0 a blank") String entries,

        @Key(value = "every batch sees the entries in another order", standard = "false")
        boolean shuffle)
        implements TimeCourse {
    /**
     * Checks the entries.
     *
     * @throws UserError if there are none, or others than 0 and 1
     */
    public Pattern {
        if (!entries.matches("[01]+")) {
            throw new UserError(
                    "a presentation pattern is made of 0 and 1, not '" + entries + "'",
                    "write for example 1 (always shown) or 1011 (shown, blank, shown, shown)");
        }
    }

    @Override
    public List<Moment> moments(int steps, double stepMs, Random random) {
        String order = shuffle ? shuffled(random) : entries;
        return IntStream.range(0, steps)
                .map(step -> (int) ((long) step * order.length() / steps))
                .mapToObj(entry -> order.charAt(entry) == '1' ? Moment.of(Scene.OWN) : Moment.BLANK)
                .toList();
    }

    private String shuffled(Random random) {
        StringBuilder order = new StringBuilder(entries);
        for (int i = order.length() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            char moved = order.charAt(i);
            order.setCharAt(i, order.charAt(j));
            order.setCharAt(j, moved);
        }
        return order.toString();
    }
}
