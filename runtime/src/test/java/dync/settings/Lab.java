package dync.settings;

import dync.runtime.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings of every sort, for tests. */
record Lab(
        @Key(value = "times that everything is seen", standard = "3", atLeast = 1)
        int epochs,

        @Key(value = "how the weights follow the gradient", standard = "adam")
        Method method,

        @Key(value = "what is shown", standard = "") Show show,
        @Key(value = "names", standard = "[a, b]") List<String> names,
        @Key(value = "parameters", standard = "") Map<String, String> set,
        @Key(value = "where to write", standard = "") Optional<Sink> sink,

        @Key(value = "how much is told", standard = "some_words")
        Talk talk,

        @Key(value = "whether to be exact", standard = "false")
        boolean exact) {

    enum Talk {
        NOTHING,
        SOME_WORDS
    }

    sealed interface Method permits Adam, PlainDescent {}

    @Kind("Adam (Kingma and Ba 2015)")
    record Adam(
            @Key(value = "learning rate", standard = "2e-3", above = 0)
            double rate,

            @Key(value = "decay of the mean", standard = "0.9", atLeast = 0, atMost = 1)
            double beta1)
            implements Method {}

    @Kind("plain gradient descent")
    record PlainDescent(
            @Key(value = "learning rate", standard = "0.1", above = 0)
            double rate) implements Method {}

    record Show(
            @Key(value = "zeros and ones", standard = "1", main = true)
            String pattern,

            @Key(value = "before an answer counts", standard = "0 ms", atLeast = 0, unit = "ms")
            double reactionTime) {
        Show {
            if (!pattern.matches("[01]+")) {
                throw new UserError("a pattern is made of 0 and 1, not '" + pattern + "'", "write for example 1011");
            }
        }
    }

    record Sink(
            @Key(value = "address", main = true) String uri,
            @Key(value = "tags", standard = "") Map<String, String> tags) {}
}
