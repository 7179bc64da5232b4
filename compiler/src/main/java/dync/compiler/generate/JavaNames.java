package dync.compiler.generate;

import com.squareup.javapoet.NameAllocator;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import java.util.List;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Gives every node a Java name that reads like its path in the source: {@code V1.conv.weight} is V1_conv_weight. */
final class JavaNames {
    private final NameAllocator allocator = new NameAllocator();

    JavaNames() {
        for (String taken :
                new String[] {"t", "loop", "INFO", "Tensor", "Ops", "History", "Kept", "Steps", "Init", "Bounds"}) {
            allocator.newName(taken);
        }
    }

    /** Keeps variables from hiding the packages of methods that are called by their full names. */
    void avoid(List<Node> nodes) {
        nodes.stream()
                .map(Node::op)
                .filter(Op.Primitive.class::isInstance)
                .flatMap(op -> ((Op.Primitive) op).method().stream())
                .map(method -> method.type().split("\\.")[0])
                .distinct()
                .forEach(allocator::newName);
    }

    void allocate(Node node) {
        allocator.newName(node.name().replace('.', '_'), node.id());
    }

    void allocateHistory(Node node) {
        allocator.newName(node.name().replace('.', '_') + "_past", "past" + node.id());
    }

    /** A name beside that of a node, for its steps. */
    void allocateSteps(Node node) {
        allocator.newName(node.name().replace('.', '_') + "_steps", "steps" + node.id());
    }

    String stepsOf(int node) {
        return allocator.get("steps" + node);
    }

    String of(int node) {
        return allocator.get(node);
    }

    String historyOf(int node) {
        return allocator.get("past" + node);
    }

    /** The class of a model; a keyword gets an underscore, as in {@code class_}. */
    static String classOf(String model) {
        return SourceVersion.isKeyword(model) ? model + "_" : model;
    }

    /** A text inside a Java comment, where a backslash before a u would be read as a character. */
    static String comment(String text) {
        return text.replace("\\", "/").replace("*/", "* /");
    }

    /** The package of the classes made from a file. */
    static String packageOf(String fileName) {
        String stem = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        stem = stem.endsWith(".dyn") ? stem.substring(0, stem.length() - 4) : stem;
        String plain = stem.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
        if (plain.isEmpty() || Character.isDigit(plain.charAt(0)) || SourceVersion.isKeyword(plain)) {
            plain = "_" + plain;
        }
        return "dyn." + plain;
    }
}
