package dync.parity;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.Optional;

/**
 * How far back each connection of the reference looks, in its own steps.
 *
 * @param historyMs the time that an area's buffer is meant to hold
 * @param history how many states it keeps; what looks further back finds nothing
 * @param recurrence 0 and 1 are both the last step
 * @param wantsSkip whether skips are asked for; they act where the history reaches as far
 * @param skip 1 for the state of this step
 * @param feedback how feedback joins, if it is asked for
 * @param back 0 and 1 are both the last step
 */
record Wires(
        double historyMs,
        int history,
        int feedforward,
        int recurrence,
        boolean wantsSkip,
        int skip,
        Optional<String> feedback,
        int back) {
    private static final Map<String, String> INTEGRATIONS = Map.of(
            "add", "additive", "additive", "additive", "mul", "multiplicative", "multiplicative", "multiplicative");

    /** What a class of the reference takes where nothing is stated, in ms. */
    record Defaults(double feedforward, double recurrence, boolean wantsSkip, double skip, double back) {}

    static Wires of(Settings given, Clock clock, Defaults defaults) {
        double feedforward = given.number("t_feedforward", defaults.feedforward());
        double recurrence = given.number("t_recurrence", defaults.recurrence());
        double skip = given.number("t_skip", defaults.skip());
        double back = given.number("t_feedback", defaults.back());
        boolean wantsSkip = given.flag("skip", defaults.wantsSkip());
        Optional<String> feedback = feedback(given);
        double longest = Math.max(feedforward, recurrence);
        longest = feedback.isPresent() ? Math.max(longest, back) : longest;
        longest = wantsSkip ? Math.max(longest, skip + clock.dt()) : longest;
        return new Wires(
                longest,
                clock.cut(longest),
                clock.cut(feedforward),
                clock.cut(recurrence),
                wantsSkip,
                clock.rounded(skip) + 1,
                feedback,
                clock.rounded(back));
    }

    private static Optional<String> feedback(Settings given) {
        String mode = given.text("feedback_mode", "additive");
        Optional<JsonElement> stated = given.get("feedback");
        Optional<String> named = stated.filter(
                        value -> value.getAsJsonPrimitive().isString())
                .map(value -> INTEGRATIONS.get(value.getAsString()));
        return named.or(() -> stated.filter(Settings::isTrue).map(value -> INTEGRATIONS.get(mode)));
    }

    int recurrenceSteps() {
        return Math.max(1, recurrence);
    }

    int feedbackSteps() {
        return Math.max(1, back);
    }

    boolean recurs() {
        return recurrenceSteps() <= history;
    }

    boolean skips() {
        return wantsSkip && skip <= history;
    }

    boolean feeds() {
        return feedback.isPresent() && feedbackSteps() <= history;
    }
}
