package dync.compiler.value;

import dync.compiler.ast.Name;
import java.util.Optional;

/**
 * A name that was looked up.
 *
 * @param wanted what can stand there
 * @param scope what can be seen from there
 * @param found what it stands for; empty where that is no binding, as with areas and the words of the language
 */
public record Lookup(Name name, Wanted wanted, Scope scope, Optional<Scope.Binding> found) {}
