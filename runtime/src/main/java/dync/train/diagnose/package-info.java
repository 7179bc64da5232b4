/**
 * Why training left the finite: where the first value, gradient or weight is that is no number.
 * The trainer calls it once a loss or a gradient is not finite.
 * It changes nothing but the running statistics of batch normalisation.
 */
package dync.train.diagnose;
