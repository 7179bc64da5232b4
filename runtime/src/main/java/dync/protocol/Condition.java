package dync.protocol;

import dync.experiment.Experiment;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of the ways in which images are shown in a test.
 *
 * @param number from 0
 * @param varied the values that make it differ from the others, by path, in the order of the protocol
 * @param experiment with these values
 */
public record Condition(int number, Map<String, String> varied, Experiment experiment) {
    /** What a column or an axis is called: the last part of the path, or two where the last says too little. */
    public static String label(String path) {
        String[] keys = path.split("\\.");
        String last = keys[keys.length - 1];
        boolean bare = last.equals("type") || last.equals("kind") || last.equals("by");
        return bare && keys.length > 1 ? keys[keys.length - 2] + " " + last : last.replace('_', ' ');
    }

    /** For a person: {@code shown 5, contrast 0.4}; the name of the protocol's only condition is empty. */
    @Override
    public String toString() {
        return varied.entrySet().stream()
                .map(one -> label(one.getKey()) + " " + one.getValue())
                .collect(Collectors.joining(", "));
    }
}
