package dync.compiler.resolve;

import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.value.Scope;

/** Warns of names that nothing uses. */
final class Unused {
    private Unused() {}

    static void report(Scope scope, Scope.Role role, Reporter reporter) {
        for (Scope.Binding binding : scope.bindings()) {
            if (binding.role() == role && binding.declared().isPresent() && !scope.isUsed(binding.name())) {
                reporter.report(Diagnostic.warning(
                                Code.DYN0214,
                                binding.declared().get(),
                                "the " + role.noun() + " " + binding.name() + " is never used")
                        .help("remove it, or use it"));
            }
        }
    }
}
