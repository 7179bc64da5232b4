package dync.lsp.completion;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Parameter;
import dync.compiler.language.Language;
import dync.compiler.source.Span;
import dync.compiler.value.Signature;
import dync.lsp.Ability;
import dync.lsp.analysis.Symbol;
import dync.lsp.feature.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Tuple;

/** What the parentheses around a caret take, and which of it the caret is at. */
public final class Signatures {
    private Signatures() {}

    /** Empty where the caret is in no parentheses of a call. */
    public static Optional<SignatureHelp> of(Snapshot snapshot, int caret) {
        return Parentheses.around(snapshot.source(), caret).flatMap(around -> of(snapshot, around));
    }

    private static Optional<SignatureHelp> of(Snapshot snapshot, Parentheses around) {
        Map<Span, Signature> calls = snapshot.analysis().calls();
        // of nested calls the innermost; its first parenthesis is the one around the caret
        return calls.entrySet().stream()
                .filter(call -> around.areThoseOf(call.getKey()))
                // the options of a weight stand in no parentheses
                .filter(call -> !call.getValue().what().equals("weight"))
                .min(Comparator.comparingInt(
                        call -> call.getKey().end() - call.getKey().start()))
                .map(call -> help(snapshot, around, call.getValue()));
    }

    private static SignatureHelp help(Snapshot snapshot, Parentheses around, Signature signature) {
        StringBuilder label = new StringBuilder(signature.what()).append('(');
        List<ParameterInformation> parameters = new ArrayList<>();
        for (Parameter parameter : signature.all()) {
            label.append(parameters.isEmpty() ? "" : ", ");
            int start = label.length();
            label.append(Heads.parameter(parameter));
            ParameterInformation information = new ParameterInformation();
            if (snapshot.client().can(Ability.LABEL_OFFSETS)) {
                information.setLabel(Tuple.two(start, label.length()));
            } else {
                information.setLabel(label.substring(start));
            }
            parameter.doc().map(Signatures::markdown).ifPresent(information::setDocumentation);
            parameters.add(information);
        }
        SignatureInformation information =
                new SignatureInformation(label.append(')').toString());
        information.setParameters(parameters);
        doc(snapshot, around, signature).map(Signatures::markdown).ifPresent(information::setDocumentation);
        SignatureHelp help = new SignatureHelp();
        help.setSignatures(List.of(information));
        help.setActiveSignature(0);
        // none is active where the name is unknown or too much is given
        int active = around.parameter(signature).orElse(signature.all().size());
        help.setActiveParameter(active);
        information.setActiveParameter(active);
        return help;
    }

    private static Optional<String> doc(Snapshot snapshot, Parentheses around, Signature signature) {
        Optional<Ast> declared =
                snapshot.index().symbolAt(around.open().start() - 1).map(Symbol::node);
        return declared.filter(Declaration.class::isInstance)
                .flatMap(node -> ((Declaration) node).doc())
                .or(() -> Language.doc(signature.what()));
    }

    private static MarkupContent markdown(String text) {
        return new MarkupContent(MarkupKind.MARKDOWN, text);
    }
}
