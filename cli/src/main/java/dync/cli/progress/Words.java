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

    /** The same as a line of its own. */
    static String line(BatchReport report) {
        return text(
                "%s  batch %d/%d  %s  %s left",
                epochOf(report), report.batch(), report.batches(), batch(report), time(report.left()));
    }

    static String epoch(EpochReport report) {
        return text(
                "epoch %d/%d done in %s: train loss %.4f%s, accuracy %s; %s",
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
                "test loss %.4f, accuracy %s, at the last step %s (%,d images)",
                result.loss(),
                percent(result.accuracy().overall()),
                percent(result.accuracy().last()),
                result.images());
    }

    private static String percent(double share) {
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
