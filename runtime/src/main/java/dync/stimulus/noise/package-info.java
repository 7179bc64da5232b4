/**
 * Noise on images: how strong it is, what kind, and where its random numbers come from.
 * Drawing and applying are apart, so that recorded numbers give the same picture again.
 * Called by the stimuli of {@link dync.stimulus}, and by any program that wants a noisy image.
 */
package dync.stimulus.noise;
