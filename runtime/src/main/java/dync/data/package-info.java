/**
 * Images with labels, where they come from, how they are shown over time, and how they reach a model in batches.
 * Knows nothing of training; the training package and the command line call it, and so may any program that runs a
 * model on images.
 */
package dync.data;
