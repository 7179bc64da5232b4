package dync.lsp.completion;

import com.google.gson.JsonObject;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Parameter;
import dync.compiler.language.Language;
import dync.compiler.value.Scope;
import dync.compiler.value.Signature;
import dync.compiler.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.lsp4j.CompletionItemKind;

/** Names of what can be called, and of what is given to it. */
final class Calls {
    private final Context context;

    Calls(Context context) {
        this.context = context;
    }

    /** What the flow can be sent through. */
    List<Offer> operations() {
        return visible(
                declaration -> declaration instanceof Declaration.Primitive
                        || declaration instanceof Declaration.Block
                        || declaration instanceof Declaration.Function,
                true);
    }

    List<Offer> templates() {
        return visible(Declaration.Area.class::isInstance, false);
    }

    List<Offer> models() {
        return visible(
                declaration -> declaration instanceof Declaration.Model || declaration instanceof Declaration.Variant,
                false);
    }

    List<Offer> dynamics() {
        return visible(Declaration.Dynamics.class::isInstance, false);
    }

    private List<Offer> visible(Predicate<Declaration> kind, boolean step) {
        List<Offer> offers = new ArrayList<>();
        context.heard().visible().values().forEach(binding -> {
            if (binding.value() instanceof Value.Declared declared
                    && binding.role() == Scope.Role.DECLARATION
                    && kind.test(declared.declaration())
                    && !context.heard().isInside(declared.declaration())) {
                Declaration declaration = declared.declaration();
                boolean flows = step && declaration instanceof Declaration.Function;
                List<Parameter> parameters = declaration.parameters();
                offers.add(called(
                        binding.name(),
                        declaration,
                        flows && !parameters.isEmpty() ? parameters.subList(1, parameters.size()) : parameters));
            } else if (step
                    && binding.value() instanceof Value.Any any
                    && any.type().name().equals("block")) {
                offers.add(Offer.of(binding.name(), CompletionItemKind.Variable, Offer.Rank.LOCAL, "block"));
            }
        });
        return offers;
    }

    /** A declaration where its name alone is meant. */
    Offer plain(String name, Declaration declaration, CompletionItemKind kind) {
        return Offer.of(name, kind, rank(declaration), Heads.of(declaration)).about(about(declaration));
    }

    /** An operation in an expression, where what it works on stands first. */
    Offer inExpression(String name, Declaration declaration) {
        List<String> required = new ArrayList<>();
        if (!(declaration instanceof Declaration.Function)) {
            required.add("it");
        }
        required(declaration.parameters()).forEach(required::add);
        return plain(name, declaration, kind(declaration)).snippet(snippet(name, required, true));
    }

    /** A function of the language. */
    Offer function(String name) {
        Signature signature = Language.signature(name);
        List<String> required = required(signature.placed());
        Offer offer = Offer.of(
                        name,
                        CompletionItemKind.Function,
                        Offer.Rank.FUNCTION,
                        name + Heads.parameters(signature.all()))
                .about(About.word(name));
        return required.isEmpty() ? offer : offer.snippet(snippet(name, required, true));
    }

    private Offer called(String name, Declaration declaration, List<Parameter> parameters) {
        return plain(name, declaration, kind(declaration))
                .snippet(snippet(name, required(parameters), !parameters.isEmpty() && needsParentheses(declaration)));
    }

    private static boolean needsParentheses(Declaration declaration) {
        return declaration instanceof Declaration.Area || declaration instanceof Declaration.Model;
    }

    /** A call with its required arguments as places to jump to. */
    private String snippet(String name, List<String> required, boolean parentheses) {
        if (context.place().next() == '(' || required.isEmpty() && !parentheses) {
            return name;
        }
        StringBuilder snippet = new StringBuilder(name).append('(');
        for (int i = 0; i < required.size(); i++) {
            snippet.append(i == 0 ? "" : ", ")
                    .append("${")
                    .append(i + 1)
                    .append(':')
                    .append(required.get(i))
                    .append('}');
        }
        return snippet.append(required.isEmpty() ? "$0)" : ")").toString();
    }

    private static List<String> required(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.defaultValue().isEmpty())
                .map(parameter -> parameter.name().text())
                .toList();
    }

    /** The names of arguments that are not given yet. */
    List<Offer> arguments() {
        Signature signature = context.heard().signature().orElse(new Signature("", List.of(), List.of()));
        List<Offer> offers = new ArrayList<>();
        for (Parameter parameter : context.free()) {
            String name = parameter.name().text();
            boolean required =
                    parameter.defaultValue().isEmpty() && signature.placed().contains(parameter);
            // the flow of an operation and the values of a function have no name
            if (required && parameter.type().isEmpty()) {
                continue;
            }
            boolean named = context.place().next() == '=';
            // a value of the same name may fit as well
            Offer offer = Offer.of(
                            named ? name : name + " =",
                            CompletionItemKind.Property,
                            required ? Offer.Rank.REQUIRED : Offer.Rank.OPTIONAL,
                            Heads.type(parameter))
                    .writing(named ? name : name + " = ");
            offers.add(offer.about(about(parameter)));
        }
        return offers;
    }

    private JsonObject about(Parameter parameter) {
        return About.declared(parameter.name(), context.snapshot().document().uri(), context.place());
    }

    private JsonObject about(Declaration declaration) {
        return About.declared(declaration.name(), context.snapshot().document().uri(), context.place());
    }

    private Offer.Rank rank(Declaration declaration) {
        return declaration.span().source().isStandard() ? Offer.Rank.LIBRARY : Offer.Rank.FILE;
    }

    static CompletionItemKind kind(Declaration declaration) {
        if (declaration instanceof Declaration.Model
                || declaration instanceof Declaration.Variant
                || declaration instanceof Declaration.Area) {
            return CompletionItemKind.Class;
        }
        if (declaration instanceof Declaration.Connection
                || declaration instanceof Declaration.Dynamics
                || declaration instanceof Declaration.Solver) {
            return CompletionItemKind.Interface;
        }
        return declaration instanceof Declaration.Constant ? CompletionItemKind.Constant : CompletionItemKind.Function;
    }
}
