/**
 * What is done to an image between the file and the batch: resizing, cropping, augmentation. Each is a setting that can be
 * written in an experiment, does what torchvision's transform of that name does to floats, and draws what is random from
 * seed, epoch and image alone. The loader calls it; whoever adds a transform adds a record here.
 */
package dync.data.transform;
