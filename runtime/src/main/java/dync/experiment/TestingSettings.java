package dync.experiment;

import dync.response.RecordSettings;
import dync.settings.DataSize;
import dync.settings.Key;
import java.util.Map;

/**
 * How a model is tested.
 *
 * @param batch images in a batch
 * @param record what a protocol's test keeps of the activity
 * @param memory how much of it waits in memory for the disk, at most
 * @param protocols by name, beside those that come with dync
 */
public record TestingSettings(
        @Key(value = "images in a batch", standard = "64", atLeast = 1)
        int batch,

        @Key(value = "what a test with a protocol stores of the activity", standard = "")
        RecordSettings record,

        @Key(value = "how much memory responses take before they are on the disk", standard = "512 MB")
        DataSize memory,

        @Key(value = "protocols of your own, by name", standard = "")
        Map<String, ProtocolSettings> protocols) {
    /** Copies the protocols and keeps their order. */
    public TestingSettings {
        protocols = Ordered.copy(protocols);
    }
}
