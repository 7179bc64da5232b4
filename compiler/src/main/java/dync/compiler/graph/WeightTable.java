package dync.compiler.graph;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.evaluate.Sharing;
import dync.compiler.source.Span;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The weights built so far by their paths, for those that share them. */
final class WeightTable {
    /**
     * Whose weights are used.
     *
     * @param path absolute, of a weight or of an operation or body that holds some
     * @param span where the source says so
     */
    record Source(String path, Span span, Reporter reporter) {
        Source below(String name) {
            return new Source(path + "." + name, span, reporter);
        }
    }

    private record Missing(Source source, String own) {}

    private final Map<String, Value.Signal> weights = new LinkedHashMap<>();
    private final List<Missing> missing = new ArrayList<>();

    void put(String path, Value.Signal weight) {
        weights.put(path, weight);
    }

    /** What a written path means in a body: something in that body, else something of the model. */
    Source source(Sharing.Path written, String body, Reporter reporter) {
        String inside = body + "." + written.text();
        return new Source(isKnown(inside) ? inside : written.text(), written.span(), reporter);
    }

    /** What was built under a path, where something was: {@code weights = NAME} makes it first and shares it then. */
    Optional<Source> named(String path, Span span, Reporter reporter) {
        return isKnown(path) ? Optional.of(new Source(path, span, reporter)) : Optional.empty();
    }

    /**
     * The weight that is shared. One that is not there is told when all have been built, for then it is known whether
     * it comes later or never.
     *
     * @param own the path of the weight that would share it
     */
    Optional<Value.Signal> find(Source source, String own) {
        Optional<Value.Signal> found = Optional.ofNullable(weights.get(source.path()));
        if (found.isEmpty()) {
            missing.add(new Missing(source, own));
        }
        return found;
    }

    private boolean isKnown(String path) {
        return weights.containsKey(path) || !below(path).isEmpty();
    }

    /** The names of the weights inside an operation or a body. */
    private Set<String> below(String path) {
        return weights.keySet().stream()
                .filter(name -> name.startsWith(path + "."))
                .map(name -> name.substring(path.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says once for each {@code share} what it does not find. */
    void report() {
        Set<Span> told = new HashSet<>();
        for (Missing lost : missing) {
            if (told.add(lost.source().span())) {
                lost.source().reporter().report(describe(lost));
            }
        }
    }

    private Diagnostic describe(Missing lost) {
        Source source = lost.source();
        String path = source.path();
        if (path.equals(lost.own())) {
            return Diagnostic.error(Code.DYN0216, source.span(), "the weight " + path + " is shared with itself")
                    .help("leave share out where the weight is made, and write it where it is used again");
        }
        if (weights.containsKey(path)) {
            return Diagnostic.error(
                            Code.DYN0216,
                            source.span(),
                            "the weight " + path + " comes later and cannot be shared here")
                    .help("share the other way: the one that is built first has the weight");
        }
        Set<String> inside = below(path);
        if (!inside.isEmpty()) {
            return Diagnostic.error(Code.DYN0216, source.span(), path + " is no weight, it has several")
                    .help("write "
                            + inside.stream().map(name -> path + "." + name).collect(Collectors.joining(" or ")));
        }
        String written = source.span().text();
        String around = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : path;
        Set<String> siblings = below(around);
        siblings.removeIf(name -> name.contains("."));
        if (!siblings.isEmpty()
                && !around.equals(path)
                && path.endsWith(lost.own().substring(lost.own().lastIndexOf('.')))) {
            return Diagnostic.error(
                            Code.DYN0216,
                            source.span(),
                            around + " has no weight " + path.substring(around.length() + 1) + " to share")
                    .help("it has " + String.join(", ", siblings)
                            + ": give both operations the same arguments, such as bias = false");
        }
        Diagnostic unknown = Diagnostic.error(Code.DYN0216, source.span(), "there is no weight to share at " + written);
        return Spelling.nearest(written, paths())
                .map(near -> unknown.fix("did you mean " + near + "?", source.span(), near))
                .orElse(unknown.help("dync describe lists the weights; a path reads V1.conv or V1.conv.weight"));
    }

    /** All weights, and all that hold weights. */
    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (String name : weights.keySet()) {
            for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
                paths.add(name.substring(0, end));
            }
        }
        return paths;
    }
}
