/**
 * How images are shown to a model over time: which image at which step, how it looks, and at which steps the answer
 * counts. Frames are made lazily on the device of the images. Knows data sets and the model's stimulus, nothing of
 * training; called by training, testing, and any program that shows images to a model.
 */
package dync.stimulus;
