/**
 * What a run does beside learning: when it ends, which epochs are worth keeping, how batches make an update, and the search
 * for a learning rate. Functions of the figures of its epochs, without a state. Called by {@code dync.train}.
 */
package dync.train.policy;
