package dync.lsp.feature;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a name fits what someone has typed of it. */
final class Match {
    private static final int PART = 100;
    private static final int LETTERS = 1000;

    private Match() {}

    /** 0 for the name itself, more the less they have in common; empty where the letters do not stand in it in order. */
    static OptionalInt distance(String typed, String name) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        String text = name.toLowerCase(Locale.ROOT);
        int at = text.indexOf(wanted);
        if (at >= 0) {
            int rest = Math.min(text.length() - wanted.length(), PART - 1);
            return OptionalInt.of(at == 0 ? rest : PART + rest);
        }
        int next = 0;
        int gaps = 0;
        for (int i = 0; i < wanted.length(); i++) {
            int found = text.indexOf(wanted.charAt(i), next);
            if (found < 0) {
                return OptionalInt.empty();
            }
            gaps += found - next;
            next = found + 1;
        }
        return OptionalInt.of(LETTERS + gaps);
    }
}
