package dync.compiler.graph;

import dync.compiler.ast.Item;
import dync.compiler.model.Model;
import dync.compiler.source.Span;
import dync.compiler.value.Dimension;
import dync.compiler.value.Past;
import dync.compiler.value.TensorShape;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An area while it is built: its state may be read before it is known what is committed. */
final class AreaState {
    private final Model.Area area;
    private final int commit;
    private final List<Runnable> whenCommitted = new ArrayList<>();
    private final Set<Item.Kind> receives = EnumSet.noneOf(Item.Kind.class);
    private Optional<Span> emitted = Optional.empty();
    private Optional<TensorShape> shape = Optional.empty();
    private Past past = Past.ABSENT;

    AreaState(Model.Area area, int commit) {
        this.area = area;
        this.commit = commit;
    }

    Model.Area area() {
        return area;
    }

    String name() {
        return area.name();
    }

    int commit() {
        return commit;
    }

    Optional<Span> emitted() {
        return emitted;
    }

    /** The shape of the state; empty before {@code emit}, or where the flow was poisoned. */
    Optional<TensorShape> shape() {
        return shape;
    }

    Past past() {
        return past;
    }

    void emit(Span span, Optional<TensorShape> committed, Past initial) {
        emitted = Optional.of(span);
        shape = committed;
        past = initial;
    }

    void receives(Item.Kind kind) {
        receives.add(kind);
    }

    boolean hasReceived(Item.Kind kind) {
        return receives.contains(kind);
    }

    /** Builds what needs the shape of the state once the body has been walked. */
    void whenCommitted(Runnable task) {
        whenCommitted.add(task);
    }

    void finish() {
        whenCommitted.forEach(Runnable::run);
    }

    /** The state that was committed so many steps ago; the shape must be known. */
    Value.Signal read(int delay) {
        // what is committed in this very step has no past to stand for it
        return new Value.Signal(commit, delay, delay == 0 ? Past.ABSENT : past, shape, Dimension.NUMBER);
    }
}
