package dync.compiler.ast;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Walks syntax trees without knowing their nodes: a node's children are its components, in the order in which its record
 * declares them, which is the order of the text. For those who look for something in the whole of a text.
 */
public final class Tree {
    private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new ConcurrentHashMap<>();

    private Tree() {}

    /** The nodes directly below one. */
    public static List<Ast> children(Ast node) {
        List<Ast> children = new ArrayList<>();
        for (RecordComponent component : COMPONENTS.computeIfAbsent(node.getClass(), Class::getRecordComponents)) {
            try {
                collect(component.getAccessor().invoke(node), children);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(node.getClass() + " is no public record", e);
            }
        }
        return children;
    }

    private static void collect(Object value, List<Ast> children) {
        if (value instanceof Ast child) {
            children.add(child);
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, children));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(element -> collect(element, children));
        }
    }

    /** Visits a node and all below it, each before its children. */
    public static void visit(Ast node, Consumer<Ast> visitor) {
        visitor.accept(node);
        children(node).forEach(child -> visit(child, visitor));
    }

    /** The nodes around an offset, outermost first; one that ends there counts as around it. */
    public static List<Ast> path(Ast root, int offset) {
        List<Ast> path = new ArrayList<>();
        Optional<Ast> next = Optional.of(root);
        while (next.isPresent()) {
            path.add(next.get());
            next = children(next.get()).stream()
                    .filter(child -> child.span().touches(offset))
                    .reduce((first, second) -> second);
        }
        return path;
    }
}
