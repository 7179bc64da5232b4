package dync.compiler.parse;

import dync.grammar.DynParser;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** How to speak of what is being read, with an example of each. */
final class Phrases {
    /** @param what with its article, such as {@code an area} */
    record Phrase(String what, String example) {}

    private static final Map<Integer, Phrase> PHRASES = Map.ofEntries(
            entry(DynParser.RULE_importDeclaration, "an import", "import dyn.std.*"),
            entry(DynParser.RULE_model, "a model", "model Small(n_classes: int = 10) { … }"),
            entry(DynParser.RULE_areaTemplate, "an area template", "area Cortex(channels: int) { … }"),
            entry(DynParser.RULE_block, "a block", "block Basic(channels: int) { … }"),
            entry(DynParser.RULE_connection, "a connection", "connection full(kernel: int = 3) { … }"),
            entry(DynParser.RULE_dynamics, "a dynamics", "dynamics leaky(tau: time) { x' = (input - x) / tau }"),
            entry(DynParser.RULE_solver, "a solver", "solver euler { weights = [1] }"),
            entry(DynParser.RULE_function, "a function", "fn square(x) = x * x"),
            entry(DynParser.RULE_constant, "a constant", "const width = 32"),
            entry(DynParser.RULE_primitive, "a primitive", "primitive flatten() { shape [in.channels] }"),
            entry(DynParser.RULE_parameters, "a parameter", "tau: time = 5 ms"),
            entry(DynParser.RULE_parameter, "a parameter", "tau: time = 5 ms"),
            entry(DynParser.RULE_annotation, "an annotation", "@alias(trc)"),
            entry(DynParser.RULE_equation, "an equation", "x' = (input - x) / tau"),
            entry(DynParser.RULE_field, "a field of a solver", "weights = [1/2, 1/2]"),
            entry(DynParser.RULE_shapeRule, "a shape", "shape [in.channels, 1, 1]"),
            entry(DynParser.RULE_callRule, "a call", "call (stride, padding)"),
            entry(DynParser.RULE_area, "an area", "area V1 = Cortex(36) then maxpool(3)"),
            entry(DynParser.RULE_from, "a source", "from V4 + V2"),
            entry(DynParser.RULE_then, "`then`", "V1 then maxpool(3)"),
            entry(DynParser.RULE_clock, "a clock", "clock(step = 2 ms, steps = 20)"),
            entry(DynParser.RULE_input, "an input", "input(channels, height, width)"),
            entry(DynParser.RULE_wire, "a wire", "skip V1 -> V4 (delay = 6 ms)"),
            entry(DynParser.RULE_readout, "a readout", "readout classifier { avgpool; flatten; linear(10) }"),
            entry(DynParser.RULE_ifItem, "an if", "if skip { … } else { … }"),
            entry(DynParser.RULE_forItem, "a for", "for i in 0..4 { … }"),
            entry(DynParser.RULE_repeatItem, "a repeat", "repeat 2 { … }"),
            entry(DynParser.RULE_op, "a step", "conv(64, kernel = 3)"),
            entry(DynParser.RULE_let, "a let", "let half = floor(channels / 2)"),
            entry(DynParser.RULE_apply, "an apply", "apply it / (1 + it)"),
            entry(DynParser.RULE_merge, "a merge", "add(shortcut)"),
            entry(DynParser.RULE_ifStep, "an if", "if bias { … } else { … }"),
            entry(DynParser.RULE_forStep, "a for", "for i in 0..4 { … }"),
            entry(DynParser.RULE_repeatStep, "a repeat", "repeat 2 { … }"),
            entry(DynParser.RULE_weight, "a weight", "weight gain: [channels] = ones"),
            entry(DynParser.RULE_recurrent, "a recurrence", "recurrent(full, delay = 6 ms)"),
            entry(DynParser.RULE_receive, "a receive", "receive skip"),
            entry(DynParser.RULE_evolve, "an evolve", "evolve leaky(tau = 5 ms) using euler"),
            entry(DynParser.RULE_emit, "an emit", "emit(delay = 2 ms)"),
            entry(DynParser.RULE_penalty, "a penalty", "penalty(l2, 0.01)"),
            entry(DynParser.RULE_probe, "a record", "record(drive)"),
            entry(DynParser.RULE_require, "a require", "require dt <= tau, \"the step is too long\""),
            entry(DynParser.RULE_choice, "a choice", "if bias then 1 else 0"),
            entry(DynParser.RULE_argument, "an argument", "kernel = 3"));

    private Phrases() {}

    private static Map.Entry<Integer, Phrase> entry(int rule, String what, String example) {
        return Map.entry(rule, new Phrase(what, example));
    }

    /** The phrase for the innermost thing that is being read. */
    static Optional<Phrase> of(ParserRuleContext context) {
        for (ParserRuleContext at = context; at != null; at = at.getParent()) {
            Phrase phrase = PHRASES.get(at.getRuleIndex());
            if (phrase != null) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    /** What a name stands for, by the role it has. */
    static String named(ParserRuleContext context) {
        for (ParserRuleContext at = context; at != null; at = at.getParent()) {
            switch (at.getRuleIndex()) {
                case DynParser.RULE_modelRef -> {
                    return "the name of a model";
                }
                case DynParser.RULE_templateRef -> {
                    return "the name of an area template";
                }
                case DynParser.RULE_areaRef -> {
                    return "the name of an area";
                }
                case DynParser.RULE_parameters -> {
                    return "a parameter";
                }
                case DynParser.RULE_typeRef, DynParser.RULE_type, DynParser.RULE_weightType -> {
                    return "a type";
                }
                case DynParser.RULE_dynamicsRef -> {
                    return "the name of a dynamics";
                }
                case DynParser.RULE_solverRef -> {
                    return "the name of a solver";
                }
                case DynParser.RULE_pipeRef -> {
                    return "an operation";
                }
                case DynParser.RULE_memberRef -> {
                    return "the name of a member";
                }
                default -> {
                    if (at.getRuleIndex() != DynParser.RULE_name && at.getRuleIndex() != DynParser.RULE_declaredName) {
                        return "a name";
                    }
                }
            }
        }
        return "a name";
    }
}
