package dync.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the language declares and what the runtime offers are the same primitives, with the same arguments. */
class PrimitivesTest {
    private static final Pattern HEAD = Pattern.compile("(?s)(\\w+)\\((.*?)\\) \\{(.*)");
    private static final Pattern WEIGHT = Pattern.compile("\\bweight (\\w+)\\s*:");
    private static final Pattern CALL = Pattern.compile("\\bcall \\(([^)]*)\\)");

    @TestFactory
    List<DynamicTest> each_primitive_is_a_method_of_Ops() throws IOException {
        Path declarations =
                Path.of(System.getProperty("dync.root"), "stdlib/src/main/resources/dyn/std/primitives.dyn");
        List<DynamicTest> tests = new ArrayList<>();
        for (String declaration : Files.readString(declarations).split("(?m)^primitive ")) {
            Matcher found = HEAD.matcher(declaration);
            if (!found.lookingAt()) {
                continue; // what stands before the first
            }
            String name = found.group(1);
            String parameters = found.group(2);
            String body = found.group(3);
            tests.add(DynamicTest.dynamicTest(
                    name, () -> assertThat(signatures(name)).as("Ops.%s", name).contains(declared(parameters, body))));
        }
        assertThat(tests).as("primitives in " + declarations).hasSizeGreaterThanOrEqualTo(18);
        return tests;
    }

    private static List<List<Class<?>>> signatures(String name) {
        return Arrays.stream(Ops.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .map(Method::getParameterTypes)
                .map(List::of)
                .toList();
    }

    private static List<Class<?>> declared(String parameters, String body) {
        List<Class<?>> types = new ArrayList<>(List.of(Tensor.class));
        WEIGHT.matcher(body).results().forEach(weight -> types.add(Tensor.class));
        Matcher call = CALL.matcher(body);
        if (call.find()) {
            for (String argument : call.group(1).split(",\\s*")) {
                types.add(type(argument, parameters));
            }
        }
        return types;
    }

    private static Class<?> type(String argument, String parameters) {
        if (argument.equals("training")) {
            return boolean.class;
        }
        if (argument.equals("sheets")) {
            return Sheets.class;
        }
        if (argument.equals("blank")) {
            return Tensor.class;
        }
        Matcher declared = Pattern.compile("\\b" + argument + ": (\\w+)").matcher(parameters);
        assertThat(declared.find()).as("parameter " + argument).isTrue();
        return switch (declared.group(1)) {
            case "int" -> int.class;
            case "float" -> double.class;
            case "bool" -> boolean.class;
            default -> throw new AssertionError("a primitive takes " + declared.group());
        };
    }
}
