package dync.runtime;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The nearest spelling among known names. */
public final class Nearest {
    /** No name is as long, and comparing takes time that grows with it. */
    private static final int LONGEST = 200;

    private Nearest() {}

    /** The name with the fewest letters to change, if that is at most a third of them and one more. */
    public static Optional<String> to(String wanted, Collection<String> known) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(wanted, name)))
                .filter(name -> distance(wanted, name) <= 1 + Math.max(wanted.length(), name.length()) / 3);
    }

    /** "did you mean X" or, where nothing is near, all that there is. */
    public static String advice(String wanted, Collection<String> known) {
        return to(wanted, known)
                .map(name -> "did you mean '" + name + "'?")
                .orElse(known.isEmpty() ? "there are none" : "there are: " + String.join(", ", known));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
