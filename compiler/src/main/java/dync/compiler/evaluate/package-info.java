/**
 * Evaluates expressions and binds arguments, for whoever walks a body: the check of a file without parameters and the
 * building of a graph share it, so that they find the same mistakes. Tensors are made through a {@link
 * dync.compiler.evaluate.TensorBuilder}.
 */
package dync.compiler.evaluate;
