package dync.train.optimise;

import dync.settings.Key;
import java.util.Optional;
import java.util.regex.Pattern;

/** A figure of each epoch that decides something. */
public record Monitor(
        @Key(
                value = "a figure of each epoch, as validation/loss or validation/accuracy",
                standard = "validation/loss",
                main = true)
        String metric,

        @Key(
                value =
                        "whether the least or the most is best; by its name losses and errors should be least, all else most",
                standard = "")
        Optional<Aim> aim) {

    /** Which value is best. */
    public enum Aim {
        LEAST,
        MOST
    }

    /** With the aim that its name suggests. */
    public static Monitor of(String metric) {
        return new Monitor(metric, Optional.empty());
    }

    /** Whether more is better. */
    public boolean most() {
        return aim.map(Aim.MOST::equals).orElseGet(() -> !Pattern.compile("loss|penalty|entropy|error")
                .matcher(metric)
                .find());
    }

    /** Whether a value is better than another by more than a margin; what is not a number never is. */
    public boolean better(double value, double than, double margin) {
        return most() ? value > than + margin : value < than - margin;
    }

    /** What any number is better than. */
    public double worst() {
        return most() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
}
