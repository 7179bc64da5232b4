package dync.compiler.library;

import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The names that imports such as {@code import a.b.*} bring into one file. What the file declares, or imports by its name,
 * goes before them; two that bring the same name are a mistake where that name is used.
 */
final class Wildcards {
    private record Brought(String module, Value value) {

        Optional<Name> declaration() {
            return value instanceof Value.Declared declared
                    ? Optional.of(declared.declaration().name())
                    : Optional.empty();
        }
    }

    private record Clash(Module.Import wanted, Name first, Name second, String module, String otherModule) {}

    private final Scope into;
    private final Set<String> before = new HashSet<>();
    private final Map<String, Brought> brought = new HashMap<>();
    private final List<Clash> clashes = new ArrayList<>();

    /** @param into what the file declares, and imports by name */
    Wildcards(Scope into) {
        this.into = into;
        into.bindings().forEach(binding -> before.add(binding.name()));
    }

    /** Takes what a module declares. */
    void take(Module.Import wanted, String module, Scope from) {
        for (Scope.Binding binding : from.bindings()) {
            boolean isOwn = binding.declared().isPresent() && binding.role() == Scope.Role.DECLARATION;
            if (isOwn && !before.contains(binding.name())) {
                Brought here = new Brought(module, binding.value());
                Brought earlier = brought.putIfAbsent(binding.name(), here);
                if (earlier == null) {
                    into.bind(binding.name(), binding.value(), Optional.empty(), Scope.Role.DECLARATION);
                } else {
                    compare(wanted, earlier, here);
                }
            }
        }
    }

    private void compare(Module.Import wanted, Brought earlier, Brought here) {
        Optional<Name> first = earlier.declaration();
        Optional<Name> second = here.declaration();
        if (first.isPresent()
                && second.isPresent()
                && !first.get().span().equals(second.get().span())) {
            clashes.add(new Clash(wanted, first.get(), second.get(), earlier.module(), here.module()));
        }
    }

    /** Reports names that were used, and could mean either of two. */
    void report(Reporter reporter) {
        for (Clash clash : clashes) {
            String name = clash.first().text();
            if (into.isUsed(name)) {
                reporter.report(Diagnostic.error(
                                Code.DYN0208,
                                clash.wanted().span(),
                                "the name " + name + " is imported from " + clash.module() + " and from "
                                        + clash.otherModule())
                        .label(clash.first().span(), "declared here")
                        .label(clash.second().span(), "and here")
                        .help("import the one that is meant by its name, such as import " + clash.module() + "."
                                + name));
            }
        }
    }
}
