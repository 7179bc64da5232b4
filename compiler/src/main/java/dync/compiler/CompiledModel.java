package dync.compiler;

import dync.compiler.generate.JavaSource;
import dync.compiler.graph.Graph;
import dync.compiler.model.Model;
import dync.compiler.plan.Plan;

/** A model after every stage. */
public record CompiledModel(Model model, Graph graph, Plan plan, JavaSource java) {}
