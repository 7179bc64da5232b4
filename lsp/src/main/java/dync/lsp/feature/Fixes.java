package dync.lsp.feature;

import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Edit;
import dync.compiler.diagnostic.Help;
import dync.compiler.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;

/** The edits that diagnostics offer, as quick fixes. */
public final class Fixes {
    private Fixes() {}

    public static List<CodeAction> of(Snapshot snapshot, Span place) {
        List<CodeAction> actions = new ArrayList<>();
        for (Diagnostic diagnostic : Mistakes.touching(snapshot, place)) {
            List<Help> mending = diagnostic.helps().stream()
                    .filter(help -> help.edit().isPresent())
                    .toList();
            for (Help help : mending) {
                actions.add(action(snapshot, diagnostic, help, mending.size() == 1));
            }
        }
        return actions;
    }

    private static CodeAction action(Snapshot snapshot, Diagnostic diagnostic, Help help, boolean preferred) {
        Edit edit = help.edit().orElseThrow();
        CodeAction action = new CodeAction(title(help, edit));
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(List.of(Mistakes.converted(diagnostic, snapshot)));
        action.setIsPreferred(preferred);
        action.setEdit(Edits.workspace(snapshot, List.of(edit)));
        return action;
    }

    /** "did you mean conv?" asks; an action says what it does. */
    private static String title(Help help, Edit edit) {
        return help.text().startsWith("did you mean") && !edit.replacement().isBlank()
                ? "change to " + edit.replacement().strip()
                : help.text();
    }
}
