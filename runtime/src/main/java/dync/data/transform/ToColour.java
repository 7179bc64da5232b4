package dync.data.transform;

import dync.settings.Kind;

/**
 * Repeats the grey value in three channels; coloured images stay.
 */
@Kind("repeat a grey value in three channels")
public record ToColour() implements Transform {
    @Override
    public void apply(Canvas canvas, Draws draws) {
        if (canvas.picture().channels() == 1) {
            Colours.greyscale(canvas, 3);
        }
    }

    @Override
    public Extent after(Extent before) {
        return before.channels() == 1 ? before.withChannels(3) : before;
    }
}
