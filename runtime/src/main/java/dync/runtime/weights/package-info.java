/**
 * The numbers of a model: named weights, how they start, and the safetensors files that they are kept in.
 * The model base class, the trainer (checkpoints) and tests call it; it knows nothing of time or of operations.
 * Whatever a file may hold, reading it ends in tensors or in a {@link dync.runtime.BadFile}.
 */
package dync.runtime.weights;
