package dync.compiler.mistakes;

import dync.grammar.DynLexer;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds of mistakes; each says for a word how it can be made there. */
enum Kind {
    MISSPELLED_NAME("a name is misspelled where it is used", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean used = words.is(at, DynLexer.NAME)
                    && !words.isDeclared(at)
                    && !words.isArgumentName(at)
                    && !words.is(at + 1, DynLexer.PRIME, DynLexer.ASSIGN)
                    && !words.is(at - 1, DynLexer.NUMBER, DynLexer.DOT, DynLexer.COLON)
                    && !words.is(at - 2, DynLexer.RECORD)
                    && !words.is(at - 3, DynLexer.AT);
            return when(used, () -> words.replaced(at, words.misspelled(words.text(at))));
        }
    },
    MISSPELLED_KEYWORD("a keyword is misspelled", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean begins = words.isFirstOfLine(at) && isStatement(words, at);
            return when(begins, () -> words.replaced(at, words.misspelled(words.text(at))));
        }
    },
    MISSPELLED_ARGUMENT("the name of an argument is misspelled", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(words.isArgumentName(at), () -> words.replaced(at, words.misspelled(words.text(at))));
        }
    },
    MISSPELLED_TYPE("a type is misspelled", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean type = words.is(at - 1, DynLexer.COLON) && words.text(at).matches("\\w+");
            return when(type, () -> words.replaced(at, words.misspelled(words.text(at))));
        }
    },
    MISSPELLED_MEMBER("a member such as `channels` is misspelled", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean member = words.is(at - 1, DynLexer.DOT) && !words.is(at - 3, DynLexer.DOT, DynLexer.IMPORT);
            return when(member, () -> words.replaced(at, words.misspelled(words.text(at))));
        }
    },
    RENAMED_DECLARATION(
            "an area, a block or a parameter that is used is named differently where it is declared", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            String name = words.text(at);
            boolean declared = words.is(at, DynLexer.NAME)
                    && words.isDeclared(at)
                    && !words.is(at - 1, DynLexer.MODEL, DynLexer.READOUT)
                    && isUsed(words, at);
            return when(
                    declared,
                    () -> new Mistake(words.start(at), words.end(at), words.misspelled(name), words.lines(name)));
        }
    },
    DOUBLED_NAME("two areas have one name", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean area = words.is(at - 1, DynLexer.AREA) && !words.is(at + 1, DynLexer.LPAREN);
            for (int other = at + 1; area && other < words.size(); other++) {
                if (words.is(other - 1, DynLexer.AREA)
                        && !words.is(other + 1, DynLexer.LPAREN)
                        && words.opener(other) == words.opener(at)) {
                    int second = other;
                    return Optional.of(words.replaced(second, words.text(at)));
                }
            }
            return Optional.empty();
        }
    },
    REMOVED_PARAMETER("a parameter that is used is removed", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            if (!words.isParameter(at) || !words.is(at, DynLexer.NAME) || !isUsed(words, at)) {
                return Optional.empty();
            }
            int to = at;
            int close = words.partner(words.opener(at));
            while (to + 1 < close && !(words.is(to + 1, DynLexer.COMMA) && words.opener(to + 1) == words.opener(at))) {
                to++;
            }
            int from = words.is(at - 1, DynLexer.RPAREN) ? words.partner(at - 1) - 2 : at;
            int last = words.is(to + 1, DynLexer.COMMA) ? to + 1 : to;
            return Optional.of(words.removed(from, last, words.lines(words.text(at))));
        }
    },
    REMOVED_AREA("an area that others are wired to is removed", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            String name = words.text(at + 1);
            if (!words.is(at, DynLexer.AREA) || !words.isFirstOfLine(at) || !isUsed(words, at + 1)) {
                return Optional.empty();
            }
            int to = at;
            while (to + 1 < words.size() && words.line(to + 1) == words.line(at)) {
                to++;
            }
            if (words.is(to, DynLexer.LBRACE)) {
                to = words.partner(to);
                while (to + 1 < words.size() && words.line(to + 1) == words.line(to)) {
                    to++;
                }
            }
            int last = to;
            Set<Integer> lines = new HashSet<>();
            int removed = words.line(last) - words.line(at);
            words.lines(name).forEach(line -> lines.add(line > words.line(last) ? line - removed : line));
            return Optional.of(words.removed(at, last, lines));
        }
    },
    REMOVED_EMIT("an area emits nothing", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            if (!words.is(at, DynLexer.EMIT)) {
                return Optional.empty();
            }
            int last = words.is(at + 1, DynLexer.LPAREN) ? words.partner(at + 1) : at;
            int body = words.opener(at);
            int head = body;
            while (!words.is(head, DynLexer.AREA)) {
                head--;
            }
            return Optional.of(
                    words.removed(at, last, Mistake.lines(words.line(at), words.line(head), words.line(body))));
        }
    },
    REVERSED_WIRE("a skip or a feedback goes the other way", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean wire = words.is(at, DynLexer.ARROW);
            return when(
                    wire,
                    () -> new Mistake(
                            words.start(at - 1),
                            words.end(at + 1),
                            words.text(at + 1) + " -> " + words.text(at - 1),
                            Mistake.lines(words.line(at))));
        }
    },
    WIRED_TO_ITSELF("a skip or a feedback leads back to where it comes from", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(words.is(at, DynLexer.ARROW), () -> words.replaced(at + 1, words.text(at - 1)));
        }
    },
    DROPPED_UNIT("a time has no unit", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isTime(words, at), () -> words.removed(at + 1, at + 1, Mistake.lines(words.line(at))));
        }
    },
    WRONG_UNIT("a time is a rate", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isTime(words, at), () -> words.replaced(at + 1, "Hz"));
        }
    },
    UNKNOWN_UNIT("a unit is misspelled", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isTime(words, at), () -> words.replaced(at + 1, "msx"));
        }
    },
    ADDED_UNIT("a count has a unit", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isCount(words, at), () -> words.replaced(at, words.text(at) + " ms"));
        }
    },
    DELAY_NO_MULTIPLE("a delay is no whole number of steps", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean delay = isTime(words, at)
                    && (words.argument(at).equals("delay") || isDefault(words, at) && isDelay(words, at - 4));
            return when(delay, () -> words.replaced(at, words.text(at) + ".37"));
        }
    },
    NEGATIVE_SIZE("a number of channels, a kernel, a stride … is negative", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isSize(words, at), () -> words.replaced(at, "-" + words.text(at)));
        }
    },
    SIZE_OF_ZERO("a number of channels, a kernel, a stride … is zero", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isSize(words, at), () -> words.replaced(at, "0"));
        }
    },
    FRACTIONAL_SIZE("a number of channels, a kernel, a stride … is no whole number", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isCount(words, at), () -> words.replaced(at, words.text(at) + ".5"));
        }
    },
    TEXT_FOR_VALUE("a value is a text", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean value = words.isWholeValue(at) && !words.isParameter(at) && !words.is(at, DynLexer.STRING);
            return when(value, () -> words.replaced(at, "\"text\""));
        }
    },
    NUMBER_FOR_TRUTH("a truth value is a number", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(words.is(at, DynLexer.TRUE, DynLexer.FALSE), () -> words.replaced(at, "1"));
        }
    },
    WRONG_KIND("a connection, a solver, a dynamics or an integration is of another kind", true) {
        private static final Map<String, String> OTHER =
                Map.of("connection", "euler", "solver", "full", "dynamics", "euler", "integration", "full");

        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean using = words.is(at - 1, DynLexer.USING);
            boolean evolve = words.is(at - 1, DynLexer.EVOLVE);
            boolean recurrent = words.is(at - 2, DynLexer.RECURRENT) && words.is(at - 1, DynLexer.LPAREN);
            boolean typed = isDefault(words, at) && OTHER.containsKey(type(words, at)) && !words.is(at, DynLexer.NONE);
            String other = using ? "leaky" : evolve ? "euler" : recurrent ? "euler" : OTHER.get(type(words, at));
            return when(using || evolve || recurrent || typed, () -> words.replaced(at, other));
        }
    },
    SWAPPED_ARGUMENTS("two arguments of different types have changed places", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return swapped(words, at, false);
        }
    },
    WRONG_KEYWORD("a keyword is another one", true) {
        private static final Map<String, String> OTHER = Map.ofEntries(
                Map.entry("model", "block"),
                Map.entry("area", "solver"),
                Map.entry("block", "dynamics"),
                Map.entry("connection", "model"),
                Map.entry("dynamics", "block"),
                Map.entry("solver", "block"),
                Map.entry("clock", "emit"),
                Map.entry("input", "readout"),
                Map.entry("skip", "evolve"),
                Map.entry("feedback", "receive"),
                Map.entry("readout", "clock"),
                Map.entry("require", "let"),
                Map.entry("receive", "evolve"),
                Map.entry("evolve", "weight"),
                Map.entry("weight", "record"),
                Map.entry("recurrent", "receive"),
                Map.entry("let", "emit"),
                Map.entry("if", "let"),
                Map.entry("for", "if"));

        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean begins = isStatement(words, at) && words.isFirstOfLine(at) && OTHER.containsKey(words.text(at));
            return when(begins, () -> words.replaced(at, OTHER.get(words.text(at))));
        }
    },
    MISSING_BRACKET("a bracket is missing", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean bracket = words.is(
                    at,
                    DynLexer.LPAREN,
                    DynLexer.RPAREN,
                    DynLexer.LBRACKET,
                    DynLexer.RBRACKET,
                    DynLexer.LBRACE,
                    DynLexer.RBRACE);
            return when(
                    bracket,
                    () -> words.removed(
                            at,
                            at,
                            Mistake.lines(
                                    words.line(at), words.line(words.partner(at)), words.line(Math.max(at - 1, 0)))));
        }
    },
    MISSING_COMMA("a comma is missing", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean comma = words.is(at, DynLexer.COMMA)
                    && !words.is(at + 1, DynLexer.RPAREN, DynLexer.RBRACKET, DynLexer.MINUS, DynLexer.LPAREN);
            return when(comma, () -> words.removed(at, at, Mistake.lines(words.line(at))));
        }
    },
    MISSING_OPERATOR("an operator, an arrow or an equals sign is missing", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean operator = words.is(
                            at,
                            DynLexer.ARROW,
                            DynLexer.ASSIGN,
                            DynLexer.COLON,
                            DynLexer.TIMES,
                            DynLexer.DIVIDE,
                            DynLexer.POWER,
                            DynLexer.PIPE,
                            DynLexer.EQUAL,
                            DynLexer.NOT_EQUAL,
                            DynLexer.LESS_EQUAL,
                            DynLexer.PRIME)
                    && !words.is(at + 1, DynLexer.LPAREN, DynLexer.MINUS, DynLexer.LBRACKET);
            return when(operator, () -> words.removed(at, at, Mistake.lines(words.line(at))));
        }
    },
    MISSING_QUOTE("a quotation mark is missing", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(
                    words.is(at, DynLexer.STRING),
                    () -> words.replaced(at, words.text(at).substring(1)));
        }
    },
    DOUBLED_ARGUMENT("an argument is given twice", true) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean named = words.isArgumentName(at) && words.isWholeValue(at + 2);
            return when(
                    named,
                    () -> new Mistake(
                            words.end(at + 2),
                            words.end(at + 2),
                            ", " + words.text(at) + " = " + words.text(at + 2),
                            Mistake.lines(words.line(at))));
        }
    },
    CHANGED_NUMBER("a number is another one of its kind", false) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return when(isSize(words, at), () -> words.replaced(at, words.text(at) + "1"));
        }
    },
    CHANGED_TIME("a time that is no delay is another one", false) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean time = isTime(words, at) && !words.argument(at).equals("delay") && !isDelay(words, at - 4);
            return when(time, () -> words.replaced(at, words.text(at) + "0"));
        }
    },
    SWAPPED_ALIKE("two arguments of one type have changed places", false) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            return swapped(words, at, true);
        }
    },
    REMOVED_STEP("a nonlinearity or a wire is removed", false) {
        @Override
        Optional<Mistake> at(Words words, int at) {
            boolean step = words.is(at, DynLexer.NAME) && words.text(at).matches("relu|softplus|batchnorm");
            return when(
                    step && words.is(words.opener(at), DynLexer.LBRACE),
                    () -> words.removed(at, at, Mistake.lines(words.line(at))));
        }
    };

    private static final String SIZES = "channels|kernel|stride|height|width|features|groups|n_classes|steps|";

    final String words;
    final boolean illegal;

    Kind(String words, boolean illegal) {
        this.words = words;
        this.illegal = illegal;
    }

    /** The mistake at a word, where it can be made there. */
    abstract Optional<Mistake> at(Words words, int at);

    private interface Making {
        Mistake make();
    }

    private static Optional<Mistake> when(boolean possible, Making mistake) {
        return possible ? Optional.of(mistake.make()) : Optional.empty();
    }

    private static boolean isStatement(Words words, int at) {
        return words.text(at).matches("[a-z]{4,}|if|for|let")
                && !words.is(at, DynLexer.NAME)
                && !words.is(at + 1, DynLexer.ASSIGN, DynLexer.COLON)
                && (words.opener(at) < 0 || words.is(words.opener(at), DynLexer.LBRACE));
    }

    private static boolean isTime(Words words, int at) {
        return words.is(at, DynLexer.NUMBER) && words.text(at + 1).equals("ms");
    }

    private static boolean isCount(Words words, int at) {
        return words.is(at, DynLexer.NUMBER)
                && words.text(at).matches("\\d+")
                && words.isWholeValue(at)
                && words.argument(at).matches(SIZES)
                && (isDefault(words, at) || words.argument(at).isEmpty() || words.isArguments(words.opener(at)))
                && !words.text(words.opener(at) - 1).matches("dropout|uniform|normal|penalty|truncated_normal|min|max");
    }

    private static boolean isSize(Words words, int at) {
        return isCount(words, at) && !words.text(at).equals("0");
    }

    private static boolean isDefault(Words words, int at) {
        return words.is(at - 1, DynLexer.ASSIGN) && words.isParameters(words.opener(at));
    }

    private static String type(Words words, int at) {
        return isDefault(words, at) ? words.text(words.is(at - 2, DynLexer.QUESTION) ? at - 3 : at - 2) : "";
    }

    /** Whether a parameter is used as a delay. */
    private static boolean isDelay(Words words, int parameter) {
        for (int i = 0; i < words.size(); i++) {
            if (words.argument(i).equals("delay") && words.text(i).equals(words.text(parameter))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a declared name is used in the body that belongs to it. */
    private static boolean isUsed(Words words, int at) {
        String name = words.text(at);
        for (int i = 0; i < words.size(); i++) {
            if (i != at
                    && words.text(i).equals(name)
                    && !words.isDeclared(i)
                    && !words.isArgumentName(i)
                    && !words.is(i - 1, DynLexer.DOT)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Mistake> swapped(Words words, int at, boolean alike) {
        if (!words.isWholeValue(at)
                || !words.isArguments(words.opener(at))
                || words.type(at).isEmpty()) {
            return Optional.empty();
        }
        for (int other = at + 1; other < words.partner(words.opener(at)); other++) {
            if (words.isWholeValue(other)
                    && words.opener(other) == words.opener(at)
                    && !words.type(other).isEmpty()
                    && !words.text(other).equals(words.text(at))
                    && words.type(other).equals(words.type(at)) == alike) {
                String between = words.text.substring(words.end(at), words.start(other));
                return Optional.of(new Mistake(
                        words.start(at),
                        words.end(other),
                        words.text(other) + between + words.text(at),
                        Mistake.lines(words.line(at), words.line(other))));
            }
        }
        return Optional.empty();
    }
}
