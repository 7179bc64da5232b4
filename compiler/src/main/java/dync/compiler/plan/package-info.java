/**
 * Decides when each node of a graph runs. The plan is data: the generator prints it and decides nothing. One entry:
 * {@link dync.compiler.plan.Planner}.
 */
package dync.compiler.plan;
