package dync.data.transform;

import dync.settings.Key;
import dync.settings.Kind;

/**
 * Makes colours grey values.
 *
 * @param channels 1 or 3, all the same
 */
@Kind("make colours grey")
public record Greyscale(
        @Key(value = "1 for one grey value, 3 for three that are the same", standard = "1", atLeast = 1, atMost = 3)
        int channels)
        implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        Colours.greyscale(canvas, channels);
    }

    @Override
    public Extent after(Extent before) {
        return before.withChannels(channels);
    }
}
