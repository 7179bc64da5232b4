/**
 * Training with products of lower precision: which device has it, and the scale of the loss that half precision needs.
 * The trainer calls it; {@link dync.runtime.weights.Precision} itself is applied by the runtime.
 * Nothing here holds native memory.
 */
package dync.train.precision;
