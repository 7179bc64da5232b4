/**
 * Images with labels, where they come from, and how they reach a model in batches. Knows nothing of time
 * ({@code dync.stimulus} shows them) nor of training; those packages and the command line call it, and so may any program
 * that runs a model on images.
 */
package dync.data;
