/**
 * How weights follow their gradients: optimisers, groups of weights with rates of their own, weights that are held, and
 * schedules of the learning rate. For {@code dync.train} and for anyone who trains a model by hand.
 */
package dync.train.optimise;
