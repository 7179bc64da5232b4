package dync.compiler.library;

import dync.compiler.ast.Module;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Diagnostics;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.parse.Parser;
import dync.compiler.source.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Modules that have been read. One compilation needs each once; a program that compiles again and again, such as a
 * language server, keeps one of these, so that the standard library is read once. Safe for several threads.
 */
public final class Modules {
    private record Read(Source source, Module module, List<Diagnostic> found) {}

    private final Map<String, Read> read = new ConcurrentHashMap<>();
    private final Map<String, Optional<Source>> standardSources = new ConcurrentHashMap<>();
    private final Map<String, List<String>> standardPackages = new ConcurrentHashMap<>();

    /** The syntax tree of a source, from before if its text is the same. */
    Module module(Source source, Reporter reporter) {
        Read known = read.get(source.name());
        if (known == null || !known.source().equals(source)) {
            Diagnostics found = new Diagnostics();
            known = new Read(source, Parser.parse(source, found), found.all());
            read.put(source.name(), known);
        }
        known.found().forEach(reporter::report);
        return known.module();
    }

    /** The standard library, each of its files opened once. */
    ModuleFinder standardLibrary() {
        ModuleFinder files = ModuleFinder.standardLibrary();
        return new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                return dotted.startsWith("dyn.")
                        ? standardSources.computeIfAbsent(dotted, files::find)
                        : Optional.empty();
            }

            @Override
            public List<String> in(String packageName) {
                return standardPackages.computeIfAbsent(packageName, files::in);
            }
        };
    }
}
