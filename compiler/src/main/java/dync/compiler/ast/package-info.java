/**
 * The tree that the parser builds: what stands in the file, as records with spans, nothing resolved yet. Broken input
 * yields {@code Error} nodes, so that later stages go on. Built by {@code parse}, read by every later stage.
 */
package dync.compiler.ast;
