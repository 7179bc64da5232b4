package dync.train.loss;

import dync.runtime.Responses;
import org.bytedeco.pytorch.Tensor;

/**
 * What a batch was answered with, and what it should have been.
 *
 * @param answers {@code [B, T, K]}, not normalised
 * @param labels {@code [B, T]}, 64-bit: the class, 0 to K - 1, or -1 where nothing is asked; on the device of the answers
 * @param responses of the areas that the terms ask for
 */
public record Judged(Tensor answers, Tensor labels, Responses responses) {}
