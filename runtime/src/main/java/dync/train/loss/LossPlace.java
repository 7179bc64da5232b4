package dync.train.loss;

import dync.runtime.ModelInfo;
import java.util.List;

/**
 * What a loss is for.
 *
 * @param classes names of the classes, by label
 */
public record LossPlace(ModelInfo model, List<String> classes) {}
