package dync.compiler;

import dync.compiler.generate.JavaGenerator;
import dync.compiler.generate.JavaSource;
import dync.compiler.graph.Graph;
import dync.compiler.model.Model;
import dync.compiler.plan.Plan;
import dync.compiler.plan.PlanKind;
import dync.compiler.plan.Planner;

/** A model after every stage. */
public record CompiledModel(Model model, Graph graph, Plan plan, JavaSource java) {

    /** Takes a graph without errors through the stages behind it. */
    public static CompiledModel of(Graph graph, PlanKind kind) {
        Plan plan = Planner.plan(graph, kind);
        return new CompiledModel(plan.graph().model(), graph, plan, JavaGenerator.generate(plan));
    }
}
