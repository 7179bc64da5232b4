/**
 * What training makes small: terms over the answers of a readout and the activity of areas, and their weighted sum. Knows
 * tensors and nothing of runs. For {@code dync.train} and for anyone who trains a model by hand.
 */
package dync.train.loss;
