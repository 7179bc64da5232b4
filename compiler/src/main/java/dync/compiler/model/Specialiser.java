package dync.compiler.model;

import dync.compiler.ast.Argument;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Evaluator;
import dync.compiler.value.Scope;
import dync.compiler.value.Value;
import dync.compiler.value.Wanted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns a declared model and its settings into a {@link Model}. */
public final class Specialiser {
    private final Scope file;
    private final Reporter reporter;

    /** @param file the scope of the file that declares the model */
    public Specialiser(Scope file, Reporter reporter) {
        this.file = file;
        this.reporter = reporter;
    }

    /**
     * @param name the name of a model or a variant
     * @return empty where the model is too broken to go on; why has been reported
     */
    public Optional<Specialised> specialise(Name name, List<Setting> settings) {
        List<ParameterBinding.Variant> variants = new ArrayList<>();
        Optional<Value.Declared> base = follow(name, file, variants, new LinkedHashSet<>());
        if (base.isEmpty()) {
            return Optional.empty();
        }
        Declaration.Model model = (Declaration.Model) base.get().declaration();
        Evaluator evaluator = new Evaluator(new NoTensors(), reporter);
        Scope inner = base.get().home().inner();
        ParameterBinding binding = new ParameterBinding(evaluator, reporter);
        List<Model.Parameter> parameters = binding.bind(model, variants, settings, file, inner);
        ItemWalker walker = new ItemWalker(model, evaluator, reporter);
        return walker.walk(inner)
                .map(parts -> new Specialised(
                        new Model(
                                name.text(),
                                model.doc(),
                                model.name().span(),
                                parameters,
                                parts.clock(),
                                parts.inputs(),
                                parts.weights(),
                                parts.areas(),
                                parts.wires(),
                                parts.readouts(),
                                parts.mentioned()),
                        parts.delays()));
    }

    /** A model, and how delays inside its bodies become steps. */
    public record Specialised(Model model, Delays delays) {}

    private Optional<Value.Declared> follow(
            Name name, Scope scope, List<ParameterBinding.Variant> variants, Set<Declaration> seen) {
        Optional<Value.Declared> declared = scope.find(name, new Wanted.Model())
                .map(Scope.Binding::value)
                .filter(Value.Declared.class::isInstance)
                .map(Value.Declared.class::cast);
        if (declared.isPresent() && declared.get().declaration() instanceof Declaration.Variant variant) {
            if (!seen.add(variant)) {
                loop(seen.stream().dropWhile(other -> other != variant).toList());
                return Optional.empty();
            }
            List<Argument> arguments = variant.arguments();
            variants.add(new ParameterBinding.Variant(arguments, declared.get().home()));
            return follow(variant.base(), declared.get().home(), variants, seen);
        }
        if (declared.isPresent() && declared.get().declaration() instanceof Declaration.Model) {
            return declared;
        }
        References.reportUnknownModel(name, scope, reporter);
        return Optional.empty();
    }

    /** Variants that are made from each other, said once: at the first in the text. */
    private void loop(List<Declaration> variants) {
        Declaration first = variants.stream()
                .min(Comparator.comparingInt(variant -> variant.name().span().start()))
                .orElseThrow();
        reporter.report(Diagnostic.error(
                        Code.DYN0711,
                        first.name().span(),
                        "the variant " + first.name().text() + " is made from itself")
                .help("a variant is made from a model with a body, through as many variants as you like"));
    }
}
