package dync.compiler.parse;

import dync.grammar.DynParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * Follows words through the grammar along all ways at once, so that it can be asked at any place what may come next.
 * ANTLR's parser takes one way, and says what else there was only where it fails.
 */
final class Network {
    private static final ATN GRAMMAR = DynParser._ATN;

    /** The rules around a place, innermost first, each with the state that follows it. */
    record Frame(Frame around, ATNState follow, int rule, int hash) {
        static final Frame OUTERMOST = new Frame(null, null, DynParser.RULE_module, 1);

        Frame inside(int inner, ATNState next) {
            return new Frame(this, next, inner, 31 * hash + 7 * next.stateNumber + inner);
        }

        boolean isOutermost() {
            return around == null;
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Frame frame
                            && !isOutermost()
                            && !frame.isOutermost()
                            && hash == frame.hash
                            && rule == frame.rule
                            && follow.stateNumber == frame.follow.stateNumber
                            && around.equals(frame.around);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** A place in the grammar. */
    record At(ATNState state, Frame frame) {
        /** Behind the rule around it. */
        At behindRule() {
            return new At(frame.follow, frame.around);
        }
    }

    /** A word that may come next, or a rule that may begin. */
    interface Visitor {
        /** @return whether to go into the rule */
        boolean rule(int rule, Frame frame);

        void word(Transition transition, Frame frame);
    }

    private Network() {}

    static At start(int rule) {
        return new At(GRAMMAR.ruleToStartState[rule], Frame.OUTERMOST);
    }

    /** Before a rule that stands where the grammar has none. */
    static At misplaced(int rule, At place) {
        return new At(GRAMMAR.ruleToStartState[rule], place.frame().inside(rule, place.state()));
    }

    /** The places behind a word; none where it cannot stand here. */
    static List<At> behind(List<At> places, int word) {
        Set<At> behind = new java.util.LinkedHashSet<>();
        visit(places, new Visitor() {
            @Override
            public boolean rule(int rule, Frame frame) {
                return true;
            }

            @Override
            public void word(Transition transition, Frame frame) {
                if (transition.matches(word, 1, GRAMMAR.maxTokenType)) {
                    behind.add(new At(transition.target, frame));
                }
            }
        });
        return new ArrayList<>(behind);
    }

    /** All that may come next. */
    static void visit(List<At> places, Visitor visitor) {
        Deque<At> open = new ArrayDeque<>(places);
        Set<At> seen = new HashSet<>();
        while (!open.isEmpty()) {
            At at = open.pop();
            if (!seen.add(at)) {
                continue;
            }
            if (at.state() instanceof RuleStopState) {
                if (!at.frame().isOutermost()) {
                    open.push(at.behindRule());
                }
                continue;
            }
            for (Transition transition : at.state().getTransitions()) {
                if (transition instanceof RuleTransition called) {
                    if (visitor.rule(called.ruleIndex, at.frame())) {
                        open.push(new At(called.target, at.frame().inside(called.ruleIndex, called.followState)));
                    }
                } else if (transition.isEpsilon()) {
                    open.push(new At(transition.target, at.frame()));
                } else {
                    visitor.word(transition, at.frame());
                }
            }
        }
    }
}
