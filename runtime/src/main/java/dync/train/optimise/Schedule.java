package dync.train.optimise;

/**
 * The learning rate over a run, as a share of each group's own: a pure function of how far the run has come, so that
 * nothing of it has to be saved.
 */
public record Schedule(ScheduleSettings settings, Warmup warmup, Timeline timeline) {

    /** The share that holds for the next update. */
    public double factor(Moment moment) {
        long warm = moment.count(warmup.per());
        if (warm < warmup.length()) {
            return warmup.factor(warm);
        }
        long before = warmupIn(settings.per());
        long count = Math.max(0, moment.count(settings.per()) - before);
        long length = Math.max(1, timeline.length(settings.per()) - before);
        return settings.factor(new ScheduleSettings.At(count, length, moment));
    }

    /** The warm-up in units of the schedule; one within the first epoch does not shift a schedule of epochs. */
    private long warmupIn(Per unit) {
        if (unit == warmup.per()) {
            return warmup.length();
        }
        return unit == Per.UPDATE
                ? warmup.length() * timeline.updates()
                : warmup.length() / Math.max(1, timeline.updates());
    }
}
