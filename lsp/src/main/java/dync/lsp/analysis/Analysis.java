package dync.lsp.analysis;

import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Modules;
import dync.compiler.parse.Token;
import dync.compiler.resolve.Resolved;
import dync.compiler.source.Source;
import dync.compiler.source.Span;
import dync.compiler.value.Signature;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What the compiler knows of one version of a text, for one who asks. Names are looked up when the first feature asks for
 * them, models are built when the first asks for shapes, delays or all mistakes; each once, whoever asks. Safe for several
 * threads.
 */
public final class Analysis {
    private final Knowledge known;
    private final BooleanSupplier abandoned;

    /**
     * @param files where imported modules are
     * @param read what earlier analyses have read
     */
    public Analysis(Source source, ModuleFinder files, Modules read) {
        this(new Knowledge(source, files, read), () -> false);
    }

    private Analysis(Knowledge known, BooleanSupplier abandoned) {
        this.known = known;
        this.abandoned = abandoned;
    }

    /**
     * The same for one who may lose interest: when {@code given} holds, building models ends with a
     * {@link java.util.concurrent.CancellationException}.
     */
    public Analysis unless(BooleanSupplier given) {
        return new Analysis(known, given);
    }

    public Source source() {
        return known.source();
    }

    /** What every name stands for; needs no model to be built. */
    public Index index() {
        return known.index();
    }

    /** What the calls of the text take, by the place of the call. */
    public Map<Span, Signature> calls() {
        return known.calls();
    }

    /** The words of the text, by place. */
    public List<Token> tokens() {
        return known.tokens();
    }

    /** The declarations with the names that they see. */
    public Resolved resolved() {
        return known.resolved();
    }

    /** The texts that this one imports, directly or through others. */
    public Set<Source> imported() {
        return known.imported();
    }

    /** The models and variants, built with their defaults, in the order of the text. */
    public List<Built> models() {
        return known.models(abandoned);
    }

    /** The model of a name; the first where the name is empty. */
    public Optional<Built> model(String name) {
        return models().stream()
                .filter(built -> name.isEmpty() || built.name().text().equals(name))
                .findFirst();
    }

    /** Everything that is wrong in the text and in what it imports, as {@code dync check} finds it. */
    public List<Diagnostic> diagnostics() {
        return known.diagnostics(abandoned);
    }
}
