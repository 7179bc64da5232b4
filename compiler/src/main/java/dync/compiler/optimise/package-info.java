/**
 * Passes from graph to graph: the same values from fewer and smaller operations. Each pass is one class that says in
 * words what it did. One entry: {@link dync.compiler.optimise.Optimiser}.
 */
package dync.compiler.optimise;
