package dync.compiler.parse;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dync.grammar.DynParser;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a name stands for at its place in the grammar. */
public enum Role {
    /** A name that is given here. */
    DECLARED(DynParser.RULE_declaredName),
    /** A name that is given here, or the part of an import. */
    NAME(DynParser.RULE_name),
    MODEL(DynParser.RULE_modelRef),
    TEMPLATE(DynParser.RULE_templateRef),
    AREA(DynParser.RULE_areaRef),
    TYPE(DynParser.RULE_typeRef),
    ARGUMENT(DynParser.RULE_argumentName),
    MEMBER(DynParser.RULE_memberRef),
    VALUE(DynParser.RULE_valueRef),
    PIPE(DynParser.RULE_pipeRef),
    DYNAMICS(DynParser.RULE_dynamicsRef),
    SOLVER(DynParser.RULE_solverRef),
    /** The operation of a step. */
    OPERATION(DynParser.RULE_opRef),
    /** An area of which a statement says what follows it. */
    AREA_STATEMENT(DynParser.RULE_thenItem),
    /** A field of a solver. */
    FIELD(DynParser.RULE_field),
    /** The unit of a number. */
    UNIT(-1);

    private static final Map<Integer, Role> BY_RULE =
            Arrays.stream(values()).collect(toUnmodifiableMap(role -> role.rule, Function.identity()));

    private final int rule;

    Role(int rule) {
        this.rule = rule;
    }

    /** The role of what a rule of the grammar reads. */
    static Optional<Role> of(int rule) {
        return Optional.ofNullable(BY_RULE.get(rule));
    }
}
