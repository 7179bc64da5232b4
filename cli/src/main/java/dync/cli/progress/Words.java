package dync.cli.progress;

import dync.train.BatchReport;
import dync.train.EpochReport;
import dync.train.TestResult;
import dync.train.TrainingPlan;
import java.time.Duration;
import java.util.Locale;

/** The reports of training, in words. */
final class Words {
    private Words() {}

    static String plan(TrainingPlan plan) {
        String steps = plan.latency() == 0
                ? plan.steps() + " steps"
                : plan.steps() + " steps (" + plan.latency() + " until it answers)";
        String from = plan.from().epochs() == 0 && plan.from().batches() == 0 ? "" : ", continued " + plan.from();
        return text(
                "%s: %,d parameters, %s, on %s; %,d images in %,d batches, %s%s",
                plan.model(),
                plan.parameters(),
                steps,
                plan.device(),
                plan.images(),
                plan.batches(),
                plan.epochs() == 1 ? "1 epoch" : plan.epochs() + " epochs",
                from);
    }

    static String epochOf(BatchReport report) {
        return "epoch " + report.epoch() + "/" + report.epochs();
    }

    /** What stands behind the bar. */
    static String batch(BatchReport report) {
        return text(
                "loss %.4f  accuracy %s  %.0f images/s",
                report.meanLoss(), percent(report.accuracy()), report.imagesPerSecond());
    }

    /**
     * What stands below the plots.
     *
     * @param memory in MiB, not a number where it is not known
     */
    static String pace(BatchReport report, double memory) {
        return text(
                "%.0f images/s   waiting for images %s   learning rate %.3g%s",
                report.imagesPerSecond(),
                percent(report.dataWait()),
                report.learningRate(),
                Double.isNaN(memory) ? "" : text("   memory %,.0f MiB", memory));
    }

    static String batchesAndTime(BatchReport report) {
        return text("%d/%d  %s left", report.batch(), report.batches(), time(report.left()));
    }

    static String count(int done, int total) {
        return text("%,d of %,d images", done, total);
    }

    static String loss(double loss) {
        return text(Math.abs(loss) < 1000 ? "%.4f" : "%.3g", loss);
    }

    /** What tests have shown so far, behind the accuracy of training. */
    static String tested(Standing standing) {
        if (standing.epoch().isEmpty()) {
            return "";
        }
        EpochReport best = standing.best().orElseThrow();
        String now = "  test " + percent(Standing.accuracy(standing.epoch().get()));
        return standing.epoch().get().epoch() == best.epoch()
                ? now + " (best)"
                : now + text(" (best %s, epoch %d)", percent(Standing.accuracy(best)), best.epoch());
    }

    /** The same as a line of its own. */
    static String line(BatchReport report) {
        return text(
                "%s  batch %d/%d  %s  %s left",
                epochOf(report), report.batch(), report.batches(), batch(report), time(report.left()));
    }

    static String epoch(EpochReport report) {
        return text(
                "epoch %d/%d done in %s: train loss %.4f%s, accuracy %s; held back: %s",
                report.epoch(),
                report.epochs(),
                time(Duration.ofSeconds(Math.round(report.seconds()))),
                report.trainLoss(),
                report.penalty() == 0 ? "" : text(", penalty %.4f", report.penalty()),
                percent(report.train().overall()),
                test(report.test()));
    }

    static String test(TestResult result) {
        return text(
                "loss %.4f, accuracy %s, at the last step %s (%,d images)",
                result.loss(),
                percent(result.accuracy().overall()),
                percent(result.accuracy().last()),
                result.images());
    }

    static String percent(double share) {
        return Double.isNaN(share) ? "-" : text("%.1f %%", 100 * share);
    }

    private static String time(Duration duration) {
        return duration.toHours() > 0
                ? text("%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart())
                : text("%d:%02d", duration.toMinutes(), duration.toSecondsPart());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
