package dync.track;

import dync.settings.Key;
import dync.track.mlflow.MlflowSettings;
import java.util.Optional;

/** What is kept of a run besides the tables in its folder, and how often. */
public record TrackingSettings(
        @Key(value = "values of a batch are kept every so many batches", standard = "10", atLeast = 1)
        int every,

        @Key(value = "weights and activity are measured every so many epochs; 0 never", standard = "1", atLeast = 0)
        int statistics,

        @Key(
                value = "images that are kept as the model sees them, at the beginning",
                standard = "8",
                atLeast = 0,
                atMost = 64)
        int images,

        @Key(value = "event files for TensorBoard in the run's folder", standard = "false")
        boolean tensorboard,

        @Key(value = "a server of MLflow that hears of the run", standard = "")
        Optional<MlflowSettings> mlflow) {
    /** The tables alone. */
    public static TrackingSettings standard() {
        return new TrackingSettings(10, 1, 8, false, Optional.empty());
    }
}
