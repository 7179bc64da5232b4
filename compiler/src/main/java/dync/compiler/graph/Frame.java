package dync.compiler.graph;

import dync.compiler.diagnostic.Reporter;
import dync.compiler.source.Span;
import dync.compiler.value.Scope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where in the source a body is being built: the path that names its weights, what it sees, and the area whose state it
 * may use.
 */
final class Frame {
    private static final int DEEPEST = 64;

    private final String path;
    private final Scope scope;
    private final Optional<AreaState> area;
    private final Reporter reporter;
    private final int depth;
    private final Optional<WeightTable.Source> shared;
    private final Map<String, Integer> uses = new HashMap<>();

    private Frame(
            String path,
            Scope scope,
            Optional<AreaState> area,
            Reporter reporter,
            int depth,
            Optional<WeightTable.Source> shared) {
        this.path = path;
        this.scope = scope;
        this.area = area;
        this.reporter = reporter;
        this.depth = depth;
        this.shared = shared;
    }

    static Frame of(String path, Scope scope, Optional<AreaState> area, Reporter reporter) {
        return new Frame(path, scope, area, reporter, 0, Optional.empty());
    }

    /** The same body in an inner scope: names are counted on. */
    Frame within(Scope inner) {
        Frame frame = new Frame(path, inner, area, reporter, depth, shared);
        frame.uses.putAll(uses);
        return frame;
    }

    /** The names used in an inner scope are used here as well. */
    void leave(Frame inner) {
        uses.putAll(inner.uses);
    }

    /** A body of its own under a name, without a state. */
    Frame below(String name, Scope inner) {
        return below(name, inner, reporter);
    }

    /** A body of its own that says elsewhere what is wrong in it. */
    Frame below(String name, Scope inner, Reporter told) {
        return below(name, inner, told, Optional.empty());
    }

    /** The same with the weights of another body, where {@code share} says so. */
    Frame below(String name, Scope inner, Reporter told, Optional<WeightTable.Source> share) {
        return new Frame(path + "." + name, inner, Optional.empty(), told, depth + 1, share.or(() -> shared(name)));
    }

    /** Where what is built here under a name has its weights from, if this body shares those of another. */
    Optional<WeightTable.Source> shared(String name) {
        return shared.map(source -> source.below(name));
    }

    boolean isTooDeep() {
        return depth > DEEPEST;
    }

    /** The path of the next use of a name in this body: {@code V1.conv}, then {@code V1.conv_2}. */
    String next(String name) {
        return path + "." + local(name);
    }

    /** The next use of a name, without the path. */
    String local(String name) {
        int count = uses.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "_" + count;
    }

    String path() {
        return path;
    }

    Scope scope() {
        return scope;
    }

    Optional<AreaState> area() {
        return area;
    }

    Reporter reporter() {
        return reporter;
    }

    /** Binds the flow that runs here. */
    void flow(dync.compiler.value.Value flow) {
        scope.bind("it", flow, Optional.<Span>empty(), Scope.Role.BUILTIN);
    }
}
