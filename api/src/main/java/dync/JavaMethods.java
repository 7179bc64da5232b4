package dync;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Spelling;
import dync.compiler.graph.Graph;
import dync.compiler.graph.Node;
import dync.compiler.graph.Op;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;

/** Looks for the Java methods that primitives outside of the standard library name, before a model is loaded. */
final class JavaMethods {
    private final ClassLoader loader;
    private final Set<Class<?>> types = new LinkedHashSet<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    private JavaMethods(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The classes that hold them.
     *
     * @throws DynException where a class or a method is missing; it names the places in the source
     */
    static Set<Class<?>> find(Graph graph, ClassLoader loader) {
        JavaMethods methods = of(graph, loader);
        if (!methods.problems.isEmpty()) {
            throw new DynException(methods.problems);
        }
        return methods.types;
    }

    /** What is missing, with the places in the source. */
    static List<Diagnostic> missing(Graph graph, ClassLoader loader) {
        return List.copyOf(of(graph, loader).problems);
    }

    private static JavaMethods of(Graph graph, ClassLoader loader) {
        JavaMethods methods = new JavaMethods(loader);
        Set<Op.JavaMethod> told = new LinkedHashSet<>();
        for (Node node : graph.nodes()) {
            if (node.op() instanceof Op.Primitive primitive
                    && primitive.method().isPresent()
                    && told.add(primitive.method().get())) {
                methods.check(primitive.method().get(), node, primitive);
            }
        }
        return methods;
    }

    private void check(Op.JavaMethod wanted, Node node, Op.Primitive primitive) {
        Optional<Class<?>> found = type(wanted);
        if (found.isEmpty()) {
            return;
        }
        Class<?> type = found.get();
        List<Class<?>> arguments = Stream.concat(
                        node.operands().stream().map(operand -> Tensor.class),
                        primitive.arguments().stream().map(JavaMethods::type))
                .collect(Collectors.toList());
        boolean fits = Arrays.stream(type.getMethods())
                .anyMatch(method -> method.getName().equals(wanted.name())
                        && Modifier.isStatic(method.getModifiers())
                        && Tensor.class.isAssignableFrom(method.getReturnType())
                        && takes(method, arguments));
        if (fits && Modifier.isPublic(type.getModifiers())) {
            types.add(type);
            return;
        }
        String signature = wanted.name()
                + arguments.stream().map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
        Diagnostic missing = Diagnostic.error(
                Code.DYN0714,
                wanted.span(),
                "the Java class " + wanted.type() + " has no method public static Tensor " + signature);
        Set<String> names =
                Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
        problems.add(
                names.contains(wanted.name())
                        ? missing.help("the method of that name takes or yields something else, or is not static:"
                                + " tensors come first, the flow and then the weights, then what stands in call")
                        : Spelling.nearest(wanted.name(), names)
                                .map(near -> missing.help("did you mean " + near + "?"))
                                .orElse(missing.help("declare it, public and static, in a public class")));
    }

    private Optional<Class<?>> type(Op.JavaMethod wanted) {
        // an inner class is written with dots and named with dollars
        String name = wanted.type();
        String problem = "there is no Java class " + wanted.type() + " on the class path";
        while (true) {
            try {
                return Optional.of(Class.forName(name, false, loader));
            } catch (ClassNotFoundException missing) {
                int dot = name.lastIndexOf('.');
                if (dot < 0) {
                    break;
                }
                name = name.substring(0, dot) + "$" + name.substring(dot + 1);
            } catch (LinkageError broken) {
                problem = "the Java class " + wanted.type() + " cannot be loaded: " + broken.getMessage();
                break;
            }
        }
        problems.add(Diagnostic.error(Code.DYN0714, wanted.span(), problem)
                .help("name its jar or folder with --classpath, or from Java give its class loader with Dyn.classes"));
        return Optional.empty();
    }

    private static Class<?> type(Op.CallArgument argument) {
        if (argument instanceof Op.CallArgument.Whole) {
            return int.class;
        }
        if (argument instanceof Op.CallArgument.Number) {
            return double.class;
        }
        return argument instanceof Op.CallArgument.Text ? String.class : boolean.class;
    }

    private static boolean takes(Method method, List<Class<?>> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            boolean wider =
                    arguments.get(i) == int.class && (parameters[i] == long.class || parameters[i] == double.class);
            if (!wider && !parameters[i].isAssignableFrom(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
