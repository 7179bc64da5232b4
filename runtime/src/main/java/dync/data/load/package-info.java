/**
 * From a data set to batches in the memory that the model reads: which images, in which order, normalised by threads of
 * its own while the model works on the batch before. Training and testing call it, and so may any program that runs a
 * model on images.
 */
package dync.data.load;
