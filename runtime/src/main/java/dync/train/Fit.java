package dync.train;

import dync.data.Dataset;
import dync.data.ImageSize;
import dync.runtime.ModelInfo;
import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.util.List;

/** Whether a model can see the images of a data set and has an answer for each of its classes. */
public final class Fit {
    private Fit() {}

    /**
     * Holds a model against a data set.
     *
     * @param seen size of the images that the model gets
     * @param wanted the readout to train; empty takes the only one
     * @return the readout
     * @throws UserError if they do not fit; the message says both sides
     */
    public static ModelInfo.Readout check(ModelInfo info, Dataset data, ImageSize seen, String wanted) {
        if (info.inputs().size() != 1) {
            throw new UserError(
                    info.name() + " has " + info.inputs().size() + " inputs; images go to exactly one",
                    "train a model with one input");
        }
        ModelInfo.Input input = info.inputs().get(0);
        String taken = input.channels() + "×" + input.height() + "×" + input.width();
        if (!taken.equals(seen.toString())) {
            throw new UserError(
                    info.name() + " takes images of " + taken + ", those of " + data.name() + " are " + seen,
                    "set the model's channels, height and width to those of the data set, or leave them unset");
        }
        ModelInfo.Readout readout = readout(info, wanted);
        if (readout.features() != data.classes().size()) {
            throw new UserError(
                    "readout '" + readout.name() + "' of " + info.name() + " tells " + readout.features()
                            + " classes apart, " + data.name() + " has "
                            + data.classes().size(),
                    "set the model's number of classes to that of the data set, or leave it unset");
        }
        return readout;
    }

    private static ModelInfo.Readout readout(ModelInfo info, String wanted) {
        List<String> names =
                info.readouts().stream().map(ModelInfo.Readout::name).toList();
        if (wanted.isEmpty()) {
            if (names.size() != 1) {
                throw new UserError(
                        info.name() + " has " + names.size() + " readouts",
                        names.isEmpty()
                                ? "a model that is trained on labels needs a readout"
                                : "say which one is trained: " + String.join(", ", names));
            }
            return info.readouts().get(0);
        }
        return info.readout(wanted)
                .orElseThrow(() ->
                        new UserError(info.name() + " has no readout '" + wanted + "'", Nearest.advice(wanted, names)));
    }
}
