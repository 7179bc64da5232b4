package dync.compiler.resolve;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Module;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.library.Library;
import dync.compiler.value.Scope;

/** Looks up the names of a file and checks all of its declarations. */
public final class Resolver {
    private Resolver() {}

    public static Resolved resolve(Module module, Library library, Reporter reporter) {
        Scope scope = library.scopeOf(module);
        DeclarationChecker checker = new DeclarationChecker(reporter);
        for (Declaration declaration : module.declarations()) {
            checker.check(declaration, scope);
        }
        library.reportClashes(scope);
        return new Resolved(module, scope);
    }
}
