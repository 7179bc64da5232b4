/**
 * The typed dataflow graph with delays: what a model computes at each step, with the shape of every value and the first
 * step at which it exists. One entry: {@link dync.compiler.graph.GraphBuilder}.
 */
package dync.compiler.graph;
