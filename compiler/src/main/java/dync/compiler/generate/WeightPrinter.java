package dync.compiler.generate;

import com.squareup.javapoet.CodeBlock;
import com.squareup.javapoet.FieldSpec;
import com.squareup.javapoet.MethodSpec;
import com.squareup.javapoet.TypeSpec;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import dync.compiler.graph.WeightSpec;
import dync.compiler.value.Rational;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints the weights as fields, named as in the source. */
final class WeightPrinter {
    /** A constructor of Java holds 64 KB; beyond this many weights several methods share its work. */
    private static final int MOST_IN_CONSTRUCTOR = 800;

    private final JavaNames names;

    WeightPrinter(JavaNames names) {
        this.names = names;
    }

    void print(TypeSpec.Builder type, List<Node> weights) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addStatement("super(INFO)");
        if (weights.size() <= MOST_IN_CONSTRUCTOR) {
            weights.forEach(node -> type.addField(
                    FieldSpec.builder(RuntimeTypes.TENSOR, names.of(node.id()), Modifier.PRIVATE, Modifier.FINAL)
                            .initializer(declaration(node))
                            .build()));
            type.addMethod(constructor.build());
            return;
        }
        weights.forEach(node -> type.addField(RuntimeTypes.TENSOR, names.of(node.id()), Modifier.PRIVATE));
        for (int from = 0; from < weights.size(); from += MOST_IN_CONSTRUCTOR) {
            String name = "weights" + (from / MOST_IN_CONSTRUCTOR + 1);
            MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
            weights.subList(from, Math.min(from + MOST_IN_CONSTRUCTOR, weights.size()))
                    .forEach(node -> method.addStatement("$L = $L", names.of(node.id()), declaration(node)));
            type.addMethod(method.build());
            constructor.addStatement("$L()", name);
        }
        type.addMethod(constructor.build());
    }

    private static CodeBlock declaration(Node node) {
        WeightSpec spec = ((Op.Weight) node.op()).spec();
        CodeBlock.Builder initial =
                CodeBlock.builder().add("$L($S, $L", spec.trainable() ? "weight" : "buffer", spec.name(), init(spec));
        if (spec.min().isPresent() && spec.max().isPresent()) {
            initial.add(
                    ", $T.between($L, $L)",
                    RuntimeTypes.BOUNDS,
                    spec.min().get(),
                    spec.max().get());
        } else if (spec.min().isPresent()) {
            initial.add(", $T.atLeast($L)", RuntimeTypes.BOUNDS, spec.min().get());
        } else if (spec.max().isPresent()) {
            initial.add(", $T.atMost($L)", RuntimeTypes.BOUNDS, spec.max().get());
        }
        if (!spec.shape().isScalar()) {
            initial.add(", $L", NodePrinter.sizes(spec.shape()));
        }
        return initial.add(")").build();
    }

    private static CodeBlock init(WeightSpec spec) {
        if (spec.measured().isPresent()) {
            WeightSpec other = spec.measured().get();
            return CodeBlock.of(
                    "$T.$L($S, $L, $L)",
                    RuntimeTypes.INIT,
                    spec.init().name(),
                    other.name(),
                    init(other),
                    NodePrinter.sizes(other.shape()));
        }
        String arguments = spec.init().arguments().stream()
                .map(Rational::doubleValue)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return CodeBlock.of("$T.$L($L)", RuntimeTypes.INIT, spec.init().name(), arguments);
    }
}
