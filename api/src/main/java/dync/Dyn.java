package dync;

import dync.compiler.Compilation;
import dync.compiler.CompiledModel;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.javac.MemoryCompiler;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Zoo;
import dync.compiler.model.Setting;
import dync.compiler.plan.PlanKind;
import dync.compiler.source.Source;
import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.UserError;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;

/**
 * A {@code .dyn} file, or a model of the library, on its way to a model that runs:
 *
 * <pre>{@code
 * try (DynModel model = Dyn.compile(Path.of("ventral.dyn")).set("trc", "4 ms").load()) {
 *     model.initialise(1);
 *     …
 * }
 * }</pre>
 */
public final class Dyn {
    private final Path file;
    private final Compilation compilation;
    private final Optional<String> model;
    private final List<Setting> settings;
    private final PlanKind plan;
    private final ClassLoader classes;

    private Dyn(
            Path file,
            Compilation compilation,
            Optional<String> model,
            List<Setting> settings,
            PlanKind plan,
            ClassLoader classes) {
        this.file = file;
        this.compilation = compilation;
        this.model = model;
        this.settings = List.copyOf(settings);
        this.plan = plan;
        this.classes = classes;
    }

    /**
     * Reads a file. Mistakes in it are reported by {@link #load()}.
     *
     * @throws BadFile where it cannot be read
     */
    public static Dyn compile(Path file) {
        try {
            return new Dyn(file, Compilation.of(file), Optional.empty(), List.of(), PlanKind.OPTIMISED, ofCaller());
        } catch (NoSuchFileException missing) {
            throw new BadFile(file, "there is no such file", "check the path", missing);
        } catch (MalformedInputException binary) {
            throw new BadFile(file, "is not UTF-8 text", "save it as UTF-8", binary);
        } catch (IOException unreadable) {
            String problem = Files.isDirectory(file) ? "is a folder" : "cannot be read: " + unreadable.getMessage();
            throw new BadFile(file, problem, "give the path of a .dyn file", unreadable);
        }
    }

    /**
     * Takes a model of the standard library by its dotted name, such as {@code dyn.models.ResNet18}, or reads a file.
     *
     * @param nameOrPath a name that begins with {@code dyn.} and does not end with {@code .dyn} is no file
     * @throws BadFile where the file cannot be read
     * @throws UserError where the library has no such model
     */
    public static Dyn compile(String nameOrPath) {
        if (!Zoo.isNamed(nameOrPath)) {
            return compile(Path.of(nameOrPath));
        }
        Zoo.Entry entry = Zoo.find(nameOrPath)
                .orElseThrow(() -> new UserError(
                        "there is no model " + nameOrPath,
                        Zoo.nearest(nameOrPath)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("dync models lists those that there are; a file ends with .dyn")));
        Compilation compilation = Compilation.of(entry.source(), ModuleFinder.none());
        return new Dyn(
                Path.of(entry.source().name()),
                compilation,
                Optional.of(entry.name()),
                List.of(),
                PlanKind.OPTIMISED,
                ofCaller());
    }

    /** Chooses one of several models or variants of the file. */
    public Dyn model(String name) {
        return new Dyn(file, compilation, Optional.of(name), settings, plan, classes);
    }

    /** Sets a parameter by name or alias; the value is written as in the language, such as {@code 4 ms}. */
    public Dyn set(String name, String value) {
        List<Setting> more = new ArrayList<>(settings);
        more.add(new Setting(name, value));
        return new Dyn(file, compilation, model, more, plan, classes);
    }

    /** Chooses how the steps are planned; without this the optimised plan. Both yield the same values. */
    public Dyn plan(PlanKind kind) {
        return new Dyn(file, compilation, model, settings, kind, classes);
    }

    /**
     * Where the Java classes of primitives are looked for that the file declares; it must see the runtime. Without this
     * it is the context class loader of the thread that called {@link #compile}.
     */
    public Dyn classes(ClassLoader loader) {
        return new Dyn(file, compilation, model, settings, plan, loader);
    }

    private static ClassLoader ofCaller() {
        return Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(Dyn.class.getClassLoader());
    }

    /** The names of the models and variants of the file. */
    public List<String> models() {
        return compilation.models();
    }

    /** The model that has been chosen by name, if one has. */
    public Optional<String> chosenModel() {
        return model;
    }

    /** The text that is compiled, with the name of its file. */
    public Source source() {
        return compilation.module().span().source();
    }

    /** The stages of the compiler, one by one. */
    public Compilation compilation() {
        return compilation;
    }

    /** Everything that has been found so far, warnings too. */
    public List<Diagnostic> diagnostics() {
        return compilation.diagnostics();
    }

    /**
     * The Java methods that primitives of a model name and that are not there, as {@link #load()} would tell; nothing of a
     * model that does not compile.
     *
     * @param model the name of a model or variant of the file
     */
    public List<Diagnostic> missingMethods(String model) {
        return compilation
                .graph(model, settings)
                .map(graph -> JavaMethods.missing(graph, classes))
                .orElse(List.of());
    }

    /**
     * The model after every stage of the compiler.
     *
     * @throws DynException where the file or a setting is wrong
     */
    public CompiledModel compiled() {
        Optional<CompiledModel> compiled = compilation.model(chosen(), settings, plan);
        return compiled.orElseThrow(() -> new DynException(compilation.diagnostics()));
    }

    /**
     * Compiles, loads and makes the model; its weights have no values yet.
     *
     * @throws DynException where the file or a setting is wrong
     */
    public DynModel load() {
        return load(compiled(), classes);
    }

    /** Loads what {@link #compiled()} yielded. */
    public static DynModel load(CompiledModel compiled) {
        return load(compiled, ofCaller());
    }

    /**
     * The same with the classes of a loader.
     *
     * @throws DynException where a Java method that the source names is not there
     */
    public static DynModel load(CompiledModel compiled, ClassLoader classes) {
        Set<Path> path = new LinkedHashSet<>(List.of(home(DynModel.class), home(Tensor.class), home(Pointer.class)));
        Set<Class<?>> named = JavaMethods.find(compiled.graph(), classes);
        named.forEach(type -> path.add(home(type)));
        Class<?> loaded = new MemoryCompiler(List.copyOf(path))
                .compile(compiled.java(), named.isEmpty() ? Dyn.class.getClassLoader() : classes);
        try {
            return (DynModel) loaded.getConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a generated class cannot be made", impossible);
        }
    }

    private String chosen() {
        if (model.isPresent()) {
            return model.get();
        }
        List<String> names = compilation.models();
        if (names.isEmpty() && !compilation.hasErrors()) {
            throw new BadFile(file, "declares no model", "add model NAME { … }, or give a file that has one");
        }
        if (names.size() > 1) {
            throw new BadFile(
                    file,
                    "declares several models: " + String.join(", ", names),
                    "say which one: --model " + names.get(0));
        }
        return names.isEmpty() ? "" : names.get(0);
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
