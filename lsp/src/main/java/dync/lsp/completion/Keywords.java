package dync.lsp.completion;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.parse.Continuation.Keyword;
import dync.compiler.value.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.CompletionItemKind;

/** The keywords among what the grammar allows that make sense where they stand. */
final class Keywords {
    private static final Set<String> WITH_STATE = Set.of("recurrent", "receive", "evolve", "emit");
    private static final Set<String> DECLARING = Set.of("localDeclaration", "areaTemplate");
    private static final Set<String> OF_PRIMITIVES = Set.of("weight", "require", "if", "shape", "call");
    private static final Set<String> OWNERS =
            Set.of("area", "areaTemplate", "block", "connection", "wire", "readout", "then", "primitive");
    private static final Set<String> STATEMENTS =
            Set.of("step", "item", "declaration", "importDeclaration", "dynamicsStatement", "shapeRule", "callRule");
    private static final Set<String> VALUES = Set.of("primary", "choice", "prefix");

    /** What a statement looks like, by its keyword and the rule of the grammar that it begins. */
    private static final Map<String, String> SNIPPETS = Map.ofEntries(
            Map.entry("model", """
                    model ${1:Name}($2) {
                        clock(step = ${3:2 ms}, steps = ${4:20})
                        input(${5:3}, ${6:32}, ${7:32})

                        $0

                        readout classifier { avgpool; flatten; linear(${8:10}) }
                    }"""),
            Map.entry("area", "area ${1:V1} {\n    $0\n    emit\n}"),
            Map.entry("areaTemplate", "area ${1:Cortex}(${2:channels: int}) {\n    $0\n    emit\n}"),
            Map.entry("block", "block ${1:name}($2) {\n    $0\n}"),
            Map.entry("connection", "connection ${1:name}($2) {\n    $0\n    conv(out.channels)\n}"),
            Map.entry("dynamics", "dynamics ${1:name}(${2:tau: time}) {\n    x' = ${0:(input - x) / tau}\n}"),
            Map.entry("solver", "solver ${1:name} { stages = [${2}]; weights = [${3:1}] }"),
            Map.entry("function", "fn ${1:name}(x$2) = $0"),
            Map.entry("constant", "const ${1:NAME} = $0"),
            Map.entry("importDeclaration", "import $0"),
            Map.entry("clock", "clock(step = ${1:2 ms}, steps = ${2:20})"),
            Map.entry("input", "input(${1:3}, ${2:32}, ${3:32})"),
            Map.entry("wire", "%s ${1:A} -> ${2:B} (delay = ${3:10 ms})"),
            Map.entry("readout", "readout ${1:classifier} { avgpool; flatten; linear(${2:10}) }"),
            Map.entry("weight", "weight ${1:name}: ${2:[in.channels, 1, 1]} = ${3:ones}"),
            Map.entry("let", "let ${1:name} = $0"),
            Map.entry("apply", "apply $0"),
            Map.entry("merge", "%s($0)"),
            Map.entry("require", "require ${1:condition}, \"${2:reason}\""),
            Map.entry("recurrent", "recurrent(${1:full}, delay = ${2:6 ms})"),
            Map.entry("receive", "receive $0"),
            Map.entry("evolve", "evolve ${1:leaky}(tau = ${2:tau})"),
            Map.entry("penalty", "penalty(${1:l2}, ${2:0.001})"),
            Map.entry("probe", "record(${1:name})"),
            Map.entry("ifStep", "if ${1:condition} {\n    $0\n}"),
            Map.entry("ifItem", "if ${1:condition} {\n    $0\n}"),
            Map.entry("forStep", "for ${1:i} in ${2:0}..${3:n} {\n    $0\n}"),
            Map.entry("forItem", "for ${1:i} in ${2:0}..${3:n} {\n    $0\n}"),
            Map.entry("repeatStep", "repeat ${1:2} {\n    $0\n}"),
            Map.entry("repeatItem", "repeat ${1:2} {\n    $0\n}"),
            Map.entry("choice", "if ${1:condition} then $2 else $0"));

    private final Context context;

    Keywords(Context context) {
        this.context = context;
    }

    Optional<Offer> offer(Keyword keyword) {
        String rule = keyword.rules().isEmpty()
                ? ""
                : keyword.rules().get(keyword.rules().size() - 1);
        boolean value = VALUES.contains(rule);
        if (value ? !fitsValue(keyword.word()) : !fitsBody(keyword) || isThere(keyword.word())) {
            return Optional.empty();
        }
        if (rule.equals("binaryOperator") && !fitsNumber(keyword.word())) {
            return Optional.empty();
        }
        boolean begins = begins(keyword);
        Offer.Rank rank = begins ? Offer.Rank.STATEMENT : value ? Offer.Rank.WORD : Offer.Rank.REQUIRED;
        boolean operator = rule.equals("binaryOperator") || rule.equals("prefix");
        Offer offer = Offer.of(
                        keyword.word(),
                        operator ? CompletionItemKind.Operator : CompletionItemKind.Keyword,
                        operator ? Offer.Rank.WORD : isExact(keyword.word()) ? Offer.Rank.FITTING : rank,
                        "")
                .about(About.word(keyword.word()));
        return Optional.of(
                SNIPPETS.containsKey(rule)
                                && (begins || rule.equals("choice"))
                                && context.place().next() != '('
                        ? offer.snippet(SNIPPETS.get(rule).formatted(keyword.word()))
                        : offer);
    }

    /** Whether a statement begins with it, rather than going on. */
    private static boolean begins(Keyword keyword) {
        int last = keyword.rules().size() - 1;
        return last >= 0
                && (STATEMENTS.contains(keyword.rules().get(last))
                        || last > 0
                                && (STATEMENTS.contains(keyword.rules().get(last - 1))
                                        || keyword.rules().get(last - 1).equals("localDeclaration")))
                && !keyword.goesOn();
    }

    private boolean fitsBody(Keyword keyword) {
        if (keyword.isIn("step") && begins(keyword)) {
            List<String> around = keyword.rules().subList(0, keyword.rules().lastIndexOf("step"));
            String owner = around.stream()
                    .filter(OWNERS::contains)
                    .reduce((outer, inner) -> inner)
                    .orElse("area");
            boolean hasState = owner.equals("area") || owner.equals("areaTemplate");
            boolean declares = keyword.rules().stream().skip(around.size()).anyMatch(DECLARING::contains);
            if (owner.equals("primitive")
                    ? !OF_PRIMITIVES.contains(keyword.word())
                    : !hasState && (declares || WITH_STATE.contains(keyword.word()))) {
                return false;
            }
        }
        return true;
    }

    /** What a body has once is not offered again. */
    private boolean isThere(String word) {
        if (word.equals("clock")) {
            return context.heard().innermost(Declaration.Model.class).stream()
                    .flatMap(model -> model.items().stream())
                    .anyMatch(Item.Clock.class::isInstance);
        }
        if (word.equals("emit")) {
            Optional<Ast> area = context.heard().path().stream()
                    .filter(node -> node instanceof Item.Area || node instanceof Declaration.Area)
                    .reduce((outer, inner) -> inner);
            return area.stream().flatMap(node -> Tree.children(node).stream()).anyMatch(Step.Emit.class::isInstance);
        }
        return false;
    }

    private boolean isExact(String word) {
        return context.type()
                .filter(type -> word.equals("none") && type.optional()
                        || type.name().equals("bool") && (word.equals("true") || word.equals("false")))
                .isPresent();
    }

    /** A number is no condition, and a time has no remainder. */
    private boolean fitsNumber(String operator) {
        return !Character.isDigit(context.place().previous())
                || operator.equals("mod")
                        && context.unitType()
                                .filter(type -> type.name().equals("time")
                                        || type.name().equals("rate"))
                                .isEmpty();
    }

    private boolean fitsValue(String word) {
        if (!context.takesValues()) {
            return false;
        }
        Optional<Type> type = context.type();
        return type.isEmpty()
                || word.equals("if")
                || isExact(word)
                || word.equals("not") && type.get().name().equals("bool");
    }
}
