package dync.data.image;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as people count: {@code 2} before {@code 10}, {@code image9} before {@code image10}; else letter by letter. */
final class NaturalOrder implements Comparator<String> {
    private static final Pattern PART = Pattern.compile("[0-9]+|[^0-9]+");

    @Override
    public int compare(String a, String b) {
        Matcher first = PART.matcher(a);
        Matcher second = PART.matcher(b);
        while (first.find()) {
            if (!second.find()) {
                return 1;
            }
            int order = part(first.group(), second.group());
            if (order != 0) {
                return order;
            }
        }
        // "01" and "1" are the same number but not the same name
        return second.find() ? -1 : a.compareTo(b);
    }

    private static int part(String a, String b) {
        boolean numbers = digit(a) && digit(b);
        return numbers ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareTo(b);
    }

    private static boolean digit(String part) {
        return part.charAt(0) >= '0' && part.charAt(0) <= '9';
    }
}
