package dync.data.format;

import java.util.Optional;

/** In which order an array of images has its axes. */
public enum ArrayLayout {
    /** Found out from the lengths: the axis of length 1 or 3 is that of the channels. */
    FROM_SHAPE,
    /** Image, row, column: grey values. */
    GREY,
    /** Image, row, column, channel: what image libraries write. */
    CHANNELS_LAST,
    /** Image, channel, row, column: what PyTorch writes. */
    CHANNELS_FIRST;

    /** The layout of an array; empty if its lengths do not tell. */
    Optional<ArrayLayout> of(NumberArray array) {
        if (this != FROM_SHAPE) {
            return array.axes() == (this == GREY ? 3 : 4) ? Optional.of(this) : Optional.empty();
        }
        if (array.axes() == 3) {
            return Optional.of(GREY);
        }
        if (array.axes() != 4) {
            return Optional.empty();
        }
        boolean first = channels(array.length(1));
        boolean last = channels(array.length(3));
        return first == last ? Optional.empty() : Optional.of(first ? CHANNELS_FIRST : CHANNELS_LAST);
    }

    private static boolean channels(int length) {
        return length == 1 || length == 3;
    }
}
