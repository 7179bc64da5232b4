package dync.track.tensorboard;

import dync.track.Entry;
import dync.track.Sink.Ending;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The settings of a run for TensorBoard's tab HPARAMS, which compares runs. */
final class Hparams {
    private static final String EXPERIMENT = "_hparams_/experiment";
    private static final String START = "_hparams_/session_start_info";
    private static final String END = "_hparams_/session_end_info";
    private static final int TYPE_STRING = 1;
    private static final int TYPE_NUMBER = 3;
    private static final int FLOAT = 1;
    private static final int SUCCESS = 1;
    private static final int FAILURE = 2;

    private Hparams() {}

    /** The messages that tell what was chosen; {@code metrics} are the names that runs are compared by. */
    static List<Message> begin(Entry.Hyperparameters entry, List<String> metrics) {
        Message experiment = new Message().number(3, Events.seconds(entry.time()));
        Message session = new Message();
        for (Map.Entry<String, String> one : entry.values().entrySet()) {
            boolean number = isNumber(one.getValue());
            experiment.message(4, new Message().text(1, one.getKey()).integer(4, number ? TYPE_NUMBER : TYPE_STRING));
            Message value = number
                    ? new Message().number(2, Double.parseDouble(one.getValue()))
                    : new Message().text(3, one.getValue());
            session.message(1, new Message().text(1, one.getKey()).message(2, value));
        }
        for (String metric : metrics) {
            experiment.message(5, new Message().message(1, new Message().text(2, metric)));
        }
        session.number(5, Events.seconds(entry.time()));
        return List.of(
                event(EXPERIMENT, new Message().message(2, experiment), entry.time()),
                event(START, new Message().message(3, session), entry.time()));
    }

    static Message end(Ending ending, Instant time) {
        Message end = new Message()
                .integer(1, ending == Ending.FAILED ? FAILURE : SUCCESS)
                .number(2, Events.seconds(time));
        return event(END, new Message().message(4, end), time);
    }

    private static Message event(String tag, Message data, Instant time) {
        Message nothing = new Message().integer(1, FLOAT).message(2, new Message().message(2, new Message()));
        return Events.summary(
                0, time, Events.value(tag).message(8, nothing).message(9, Events.metadata("hparams", data)));
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    }
}
