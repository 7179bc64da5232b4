package dync.track.tensorboard;

import dync.track.Distribution;
import dync.track.Entry;
import dync.track.Png;
import java.time.Instant;

/**
 * Entries as messages {@code Event} of TensorBoard.
 *
 * @see <a href="https://github.com/tensorflow/tensorboard/tree/master/tensorboard/compat/proto">the declarations of the
 *     messages</a>
 */
final class Events {
    private static final int STRING = 7;
    private static final int DATA_IS_TENSOR = 2;
    private static final int SESSION_START = 1;

    private Events() {}

    /** Stands first in every file. */
    static Message version(Instant time) {
        return new Message().number(1, seconds(time)).text(3, "brain.Event:2");
    }

    /** Says that what earlier files hold from this step on was not to be. */
    static Message restart(long step, Instant time) {
        return event(step, time).message(7, new Message().integer(1, SESSION_START));
    }

    static Message of(Entry.Scalar entry) {
        return summary(entry.step(), entry.time(), value(entry.name()).single(2, (float) entry.value()));
    }

    static Message of(Entry.Histogram entry) {
        Distribution values = entry.values();
        int bins = values.counts().size();
        double[] edges = new double[bins];
        double[] counts = new double[bins];
        for (int i = 0; i < bins; i++) {
            edges[i] = values.edge(i);
            counts[i] = values.counts().get(i);
        }
        Message histogram = new Message()
                .number(1, values.min())
                .number(2, values.max())
                .number(3, values.count())
                .number(4, values.sum())
                .number(5, values.squares())
                .numbers(6, edges)
                .numbers(7, counts);
        return summary(entry.step(), entry.time(), value(entry.name()).message(5, histogram));
    }

    static Message of(Entry.Image entry) {
        Png png = entry.picture();
        Message image = new Message()
                .integer(1, png.height())
                .integer(2, png.width())
                .integer(3, png.channels())
                .bytes(4, png.bytes().toArray());
        return summary(entry.step(), entry.time(), value(entry.name()).message(4, image));
    }

    static Message of(Entry.Text entry) {
        Message shape = new Message().message(2, new Message().integer(1, 1));
        Message tensor = new Message().integer(1, STRING).message(2, shape).text(8, entry.text());
        Message value = value(entry.name()).message(8, tensor).message(9, metadata("text", new Message()));
        return summary(entry.step(), entry.time(), value);
    }

    /** @param content what a plugin of TensorBoard keeps with the first value under a name */
    static Message metadata(String plugin, Message content) {
        return new Message()
                .message(1, new Message().text(1, plugin).message(2, content))
                .integer(4, DATA_IS_TENSOR);
    }

    static Message summary(long step, Instant time, Message value) {
        return event(step, time).message(5, new Message().message(1, value));
    }

    static Message value(String tag) {
        return new Message().text(1, tag);
    }

    static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() / 1e9;
    }

    private static Message event(long step, Instant time) {
        return new Message().number(1, seconds(time)).integer(2, step);
    }
}
