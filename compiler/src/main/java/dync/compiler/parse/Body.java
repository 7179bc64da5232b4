package dync.compiler.parse;

import dync.grammar.DynLexer;
import dync.grammar.DynParser.AreaContext;
import dync.grammar.DynParser.AreaTemplateContext;
import dync.grammar.DynParser.BlockContext;
import dync.grammar.DynParser.ConnectionContext;
import dync.grammar.DynParser.DynamicsBodyContext;
import dync.grammar.DynParser.ModelBodyContext;
import dync.grammar.DynParser.ModuleContext;
import dync.grammar.DynParser.PrimitiveBodyContext;
import dync.grammar.DynParser.ReadoutContext;
import dync.grammar.DynParser.SolverBodyContext;
import dync.grammar.DynParser.StepBodyContext;
import dync.grammar.DynParser.WireContext;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** The places where statements stand, and what each holds. */
enum Body {
    FILE("a file", "declarations: model, area, block, connection, dynamics, solver, fn, const, import"),
    MODEL("a model", "clock, input, areas, wires, readouts and declarations"),
    STEPS("a pipeline", "steps such as `conv(64)`, `relu` or `let y = it`"),
    PRIMITIVE("a primitive", "weight, require, if, shape and call"),
    DYNAMICS("a dynamics", "equations such as `x' = (input - x) / tau`, and let"),
    SOLVER("a solver", "nodes, stages and weights, such as `weights = [1]`");

    private final String name;
    private final String holds;

    Body(String name, String holds) {
        this.name = name;
        this.holds = holds;
    }

    static Optional<Body> of(ParserRuleContext context) {
        if (context instanceof StepBodyContext) {
            return Optional.of(STEPS);
        }
        if (context instanceof ModelBodyContext) {
            return Optional.of(MODEL);
        }
        if (context instanceof ModuleContext) {
            return Optional.of(FILE);
        }
        if (context instanceof PrimitiveBodyContext) {
            return Optional.of(PRIMITIVE);
        }
        if (context instanceof DynamicsBodyContext) {
            return Optional.of(DYNAMICS);
        }
        return context instanceof SolverBodyContext ? Optional.of(SOLVER) : Optional.empty();
    }

    /** What it is called, as narrowly as its surroundings say. */
    String name(ParserRuleContext context) {
        if (this != STEPS) {
            return name;
        }
        for (ParserRuleContext at = context; at != null; at = at.getParent()) {
            if (at instanceof AreaContext || at instanceof AreaTemplateContext) {
                return "an area";
            }
            if (at instanceof BlockContext) {
                return "a block";
            }
            if (at instanceof ConnectionContext) {
                return "a connection";
            }
            if (at instanceof ReadoutContext) {
                return "a readout";
            }
            if (at instanceof WireContext) {
                return "a wire";
            }
            if (at instanceof PrimitiveBodyContext) {
                return PRIMITIVE.name;
            }
        }
        return name;
    }

    String holds() {
        return holds;
    }

    /** Whether a name begins no statement here although the grammar has statements that begin with names. */
    boolean isMisplaced(WordStream words) {
        return words.ahead(1).is(DynLexer.NAME)
                && switch (this) {
                    case MODEL -> !words.ahead(2).is(DynLexer.THEN);
                    case DYNAMICS -> !words.ahead(2).is(DynLexer.PRIME);
                    default -> false;
                };
    }

    /** The bodies in which a statement that begins with this keyword may stand. */
    static List<Body> holding(int keyword) {
        return switch (keyword) {
            case DynLexer.MODEL, DynLexer.IMPORT, DynLexer.PRIMITIVE -> List.of(FILE);
            case DynLexer.AREA,
                    DynLexer.BLOCK,
                    DynLexer.CONNECTION,
                    DynLexer.DYNAMICS,
                    DynLexer.SOLVER,
                    DynLexer.FN,
                    DynLexer.CONST -> List.of(FILE, MODEL, STEPS);
            case DynLexer.CLOCK, DynLexer.INPUT, DynLexer.SKIP_, DynLexer.FEEDBACK, DynLexer.READOUT -> List.of(MODEL);
            case DynLexer.REQUIRE, DynLexer.IF, DynLexer.FOR, DynLexer.REPEAT, DynLexer.WEIGHT -> List.of(MODEL, STEPS);
            case DynLexer.LET -> List.of(MODEL, STEPS, DYNAMICS);
            case DynLexer.SHAPE, DynLexer.CALL -> List.of(PRIMITIVE);
            case DynLexer.FROM, DynLexer.THEN, DynLexer.IN, DynLexer.USING, DynLexer.MOD -> List.of();
            default -> Vocabulary.isKeyword(keyword) && !Vocabulary.isReserved(keyword) ? List.of(STEPS) : List.of();
        };
    }

    /** Where it is, for a statement that stands or belongs there. */
    String where() {
        return switch (this) {
            case FILE -> "at the top level of a file";
            case STEPS -> "in the body of an area, a block, a connection or a readout";
            default -> "in " + name;
        };
    }

    /** The same as narrowly as its surroundings say. */
    String where(ParserRuleContext context) {
        return this == STEPS ? "in " + name(context) : where();
    }
}
