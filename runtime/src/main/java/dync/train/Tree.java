package dync.train;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A mapping read from YAML, of which every key must be asked for once. */
final class Tree {
    /** A key is missing, unknown or of the wrong type. */
    static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String message) {
            super(message);
        }
    }

    private final String name;
    private final Map<?, ?> entries;
    private final Set<Object> left;

    private Tree(String name, Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new Unfit("'" + name + "' is no list of keys and values");
        }
        this.name = name;
        this.entries = map;
        this.left = new LinkedHashSet<>(map.keySet());
    }

    static Tree root(Object node) {
        return new Tree("the file", node);
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    Tree child(String key) {
        return new Tree(key, value(key));
    }

    String text(String key) {
        return take(key, String.class, "text");
    }

    boolean flag(String key) {
        return take(key, Boolean.class, "true or false");
    }

    double number(String key) {
        return take(key, Number.class, "a number").doubleValue();
    }

    long whole(String key) {
        Number number = take(key, Number.class, "a whole number");
        if (!(number instanceof Integer || number instanceof Long)) {
            throw new Unfit("'" + key + "' is " + number + ", not a whole number");
        }
        return number.longValue();
    }

    int small(String key) {
        long number = whole(key);
        if (number != (int) number) {
            throw new Unfit("'" + key + "' is too large: " + number);
        }
        return (int) number;
    }

    Map<String, String> texts(String key) {
        Tree child = child(key);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Object inner : child.entries.keySet()) {
            texts.put(String.valueOf(inner), child.text(String.valueOf(inner)));
        }
        return texts;
    }

    void finish() {
        if (!left.isEmpty()) {
            throw new Unfit(name + " holds " + left + ", which this version does not know");
        }
    }

    private <T> T take(String key, Class<T> type, String what) {
        Object value = value(key);
        if (!type.isInstance(value)) {
            throw new Unfit("'" + key + "' is " + value + ", not " + what);
        }
        return type.cast(value);
    }

    private Object value(String key) {
        if (!left.remove(key)) {
            throw new Unfit("'" + key + "' is missing in " + name);
        }
        return entries.get(key);
    }
}
