package dync.protocol;

import dync.experiment.Experiment;
import dync.runtime.DynModel;
import java.util.Optional;

/** Where models come from: the runtime does not know the compiler. */
public interface ModelSource {
    /**
     * Makes the model of an experiment, with its parameters set; its weights have no values yet.
     *
     * @return the caller closes it
     */
    DynModel model(Experiment experiment);

    /**
     * What a parameter of the model is called.
     *
     * @param nameOrAlias as the user writes it
     * @return its name; empty if the model has none like this
     */
    Optional<String> parameter(String nameOrAlias);
}
