package dync.compiler.parse;

import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.source.Source;
import dync.grammar.DynLexer;
import dync.grammar.DynParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What the grammar lets stand at a place of a text, whatever is wrong before it and whatever follows it.
 *
 * @param nexts each once; empty inside of comments, strings and words
 */
public record Continuation(Set<Next> nexts) {
    /** The word that stands in a text for the one that is asked about: near to no keyword, and nobody's name. */
    public static final String MARK = "zqjxkvwqpzqjxkvw";

    /** What may begin in the line after a statement and still belong to it. */
    private static final Set<String> GOING_ON = Set.of("from", "then", "using", "else");

    /** Something that may come next, with the rules of the grammar around it, outermost first. */
    public sealed interface Next {
        List<String> rules();

        /** Whether a rule is around it. */
        default boolean isIn(String rule) {
            return rules().contains(rule);
        }

        /** The innermost of some rules around it. */
        default Optional<String> innermost(Set<String> some) {
            return rules().stream().filter(some::contains).reduce((outer, inner) -> inner);
        }
    }

    /** A keyword. */
    public record Keyword(String word, List<String> rules) implements Next {

        /** Whether a statement goes on with it, rather than beginning. */
        public boolean goesOn() {
            return GOING_ON.contains(word);
        }
    }

    /** A name. */
    public record Named(Role role, List<String> rules) implements Next {}

    /**
     * What may stand where a text has {@link #MARK}.
     *
     * @param source a text with the mark in one place
     */
    public static Continuation in(Source source) {
        Diagnostics unsaid = new Diagnostics();
        List<Word> read = Words.read(source, unsaid).visible();
        List<Word> words = Separators.separate(Brackets.balance(read, unsaid), unsaid);
        int mark = 0;
        while (mark < words.size() && !words.get(mark).getText().equals(MARK)) {
            mark++;
        }
        if (mark == words.size()) {
            return new Continuation(Set.of());
        }
        Set<Next> nexts = new LinkedHashSet<>();
        Word before = words.get(Math.max(mark - 1, 0));
        boolean separated = mark > 0 && before.isInserted() && before.is(DynLexer.COMMA, DynLexer.SEMI);
        if (separated) {
            // what stands between statements and arguments is put there for the sake of the mark alone
            boolean comma = before.is(DynLexer.COMMA);
            nexts(places(words, mark - 1)).stream()
                    .filter(next -> comma || next instanceof Keyword keyword && keyword.goesOn())
                    .forEach(nexts::add);
        }
        if (!separated || before.is(DynLexer.SEMI)) {
            nexts.addAll(nexts(places(words, mark)));
        }
        return new Continuation(nexts);
    }

    private static List<Network.At> places(List<Word> words, int end) {
        // every declaration of a file begins at the same place of the grammar
        int start = end;
        while (start > 0
                && !(words.get(start - 1).depth() == 0 && words.get(start - 1).is(DynLexer.SEMI, DynLexer.RBRACE))) {
            start--;
        }
        List<Network.At> places = List.of(Network.start(DynParser.RULE_module));
        for (Word word : words.subList(start, end)) {
            List<Network.At> next = Network.behind(places, word.getType());
            places = next.isEmpty() ? behindMistake(places, word) : next;
        }
        return places;
    }

    /** Gives up the smallest rule behind which the word may stand; a word that may stand nowhere is left out. */
    private static List<Network.At> behindMistake(List<Network.At> places, Word word) {
        if (word.isCloser() || word.is(DynLexer.COMMA, DynLexer.SEMI, DynLexer.LBRACE, DynLexer.THEN, DynLexer.ELSE)) {
            List<Network.At> outer = places;
            while (!outer.isEmpty()) {
                outer = outer.stream()
                        .filter(place -> !place.frame().isOutermost())
                        .map(Network.At::behindRule)
                        .distinct()
                        .toList();
                List<Network.At> next = Network.behind(outer, word.getType());
                if (!next.isEmpty()) {
                    return next;
                }
            }
        }
        List<Integer> unexpected =
                switch (word.getType()) {
                    case DynLexer.LPAREN -> List.of(DynParser.RULE_arguments);
                    case DynLexer.LBRACKET -> List.of(DynParser.RULE_list);
                    case DynLexer.LBRACE -> List.of(DynParser.RULE_stepBody, DynParser.RULE_modelBody);
                    default -> List.of();
                };
        List<Network.At> inside = new ArrayList<>();
        for (int rule : unexpected) {
            places.forEach(place -> inside.add(Network.misplaced(rule, place)));
        }
        return inside.isEmpty() ? places : Network.behind(inside, word.getType());
    }

    private static Set<Next> nexts(List<Network.At> places) {
        Set<Next> nexts = new LinkedHashSet<>();
        Network.visit(places, new Network.Visitor() {
            @Override
            public boolean rule(int rule, Network.Frame frame) {
                Optional<Role> role = Role.of(rule).filter(each -> !holdsOther(each));
                role.ifPresent(each -> nexts.add(new Named(each, rules(frame))));
                return role.isEmpty();
            }

            @Override
            public void word(Transition transition, Network.Frame frame) {
                for (int type : transition.label().toList()) {
                    if (type == DynLexer.NAME) {
                        Role.of(frame.rule()).ifPresent(role -> nexts.add(new Named(role, rules(frame))));
                    } else if (type == DynLexer.UNIT) {
                        nexts.add(new Named(Role.UNIT, rules(frame)));
                    } else if (type != Token.EOF && Vocabulary.isKeyword(type)) {
                        nexts.add(new Keyword(Vocabulary.text(type), rules(frame)));
                    }
                }
            }
        });
        return nexts;
    }

    /** Statements that begin with a name are rules as others are, and hold more. */
    private static boolean holdsOther(Role role) {
        return role == Role.AREA_STATEMENT || role == Role.FIELD;
    }

    private static List<String> rules(Network.Frame frame) {
        List<String> rules = new ArrayList<>();
        for (Network.Frame at = frame; !at.isOutermost(); at = at.around()) {
            rules.add(0, DynParser.ruleNames[at.rule()]);
        }
        return rules;
    }
}
