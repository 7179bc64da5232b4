package dync.compiler.resolve;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Module;
import dync.compiler.ast.Name;
import dync.compiler.value.Scope;
import java.util.List;

/** A file whose names have been looked up. */
public record Resolved(Module module, Scope scope) {

    /** The names of the models and variants that the file declares, in order. */
    public List<Name> models() {
        return module.declarations().stream()
                .filter(d -> d instanceof Declaration.Model || d instanceof Declaration.Variant)
                .map(Declaration::name)
                .toList();
    }
}
