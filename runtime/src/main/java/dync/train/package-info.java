/**
 * Training and testing of models on images: optimisers, loss, accuracy, the loop over epochs, and the folder in which a
 * run keeps everything that is needed to understand it and to continue it bit for bit.
 * The command line calls it, and so may any program that has a {@link dync.runtime.DynModel}.
 */
package dync.train;
