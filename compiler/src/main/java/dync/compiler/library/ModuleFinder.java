package dync.compiler.library;

import dync.compiler.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the text of a module comes from. A module {@code a.b} is the file {@code a/b.dyn}. */
public interface ModuleFinder {

    /** The source of a module, by its dotted path. */
    Optional<Source> find(String dotted);

    /** The dotted paths of the modules directly in a package, such as {@code dyn.models}. */
    List<String> in(String packageName);

    /** This, and where it finds nothing the other. */
    default ModuleFinder or(ModuleFinder other) {
        ModuleFinder first = this;
        return new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                return first.find(dotted).or(() -> other.find(dotted));
            }

            @Override
            public List<String> in(String packageName) {
                return Stream.concat(first.in(packageName).stream(), other.in(packageName).stream())
                        .distinct()
                        .toList();
            }
        };
    }

    /** The standard library, from the class path; the resource {@code dyn/modules.txt} lists it. */
    static ModuleFinder standardLibrary() {
        return new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                String name = dotted.replace('.', '/') + ".dyn";
                return dotted.startsWith("dyn.")
                        ? resource(name).map(text -> new Source(name, text, true))
                        : Optional.empty();
            }

            @Override
            public List<String> in(String packageName) {
                return resource("dyn/modules.txt").stream()
                        .flatMap(text -> Arrays.stream(text.split("\\R")))
                        .filter(module -> module.startsWith(packageName + ".")
                                && module.indexOf('.', packageName.length() + 1) < 0)
                        .toList();
            }

            private Optional<String> resource(String name) {
                try (InputStream in = ModuleFinder.class.getClassLoader().getResourceAsStream(name)) {
                    return in == null
                            ? Optional.empty()
                            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException unreadable) {
                    throw new UncheckedIOException(unreadable);
                }
            }
        };
    }

    /** The files below a folder. */
    static ModuleFinder folder(Path root) {
        return new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                Path file = root.resolve(dotted.replace('.', '/') + ".dyn");
                try {
                    // bytes that are not UTF-8 become characters that the lexer refuses, where they are
                    return Files.isRegularFile(file)
                            ? Optional.of(new Source(
                                    file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8)))
                            : Optional.empty();
                } catch (IOException unreadable) {
                    return Optional.empty();
                }
            }

            @Override
            public List<String> in(String packageName) {
                Path folder = root.resolve(packageName.replace('.', '/'));
                if (!Files.isDirectory(folder)) {
                    return List.of();
                }
                try (Stream<Path> files = Files.list(folder)) {
                    return files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".dyn"))
                            .sorted()
                            .map(name -> packageName + "." + name.substring(0, name.length() - 4))
                            .toList();
                } catch (IOException unreadable) {
                    return List.of();
                }
            }
        };
    }

    /** No modules. */
    static ModuleFinder none() {
        return new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                return Optional.empty();
            }

            @Override
            public List<String> in(String packageName) {
                return List.of();
            }
        };
    }
}
