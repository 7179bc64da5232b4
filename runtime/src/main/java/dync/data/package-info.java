/**
 * Images with labels, where they come from, and how they are shown over time. Knows nothing of training; the training
 * package and the command line call it, and so may any program that runs a model on images.
 */
package dync.data;
