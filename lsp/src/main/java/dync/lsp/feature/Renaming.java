package dync.lsp.feature;

import dync.compiler.ast.Ast;
import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Step;
import dync.compiler.ast.Tree;
import dync.compiler.source.Span;
import dync.lsp.analysis.Symbol;
import dync.lsp.document.Abandoned;
import dync.lsp.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Gives something another name, wherever it is named. Where a name cannot be changed, or the new one would change what the
 * text means, the answer is why. On an alias of a parameter it is the alias that changes.
 */
public final class Renaming {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private record Target(Symbol symbol, Name name) {}

    private Renaming() {}

    /** The name that can be changed, or why there is none. */
    public static Either<PrepareRenameResult, String> prepare(Snapshot snapshot, Position position) {
        Either<Target, String> target = target(snapshot, snapshot.offset(position));
        if (target.isRight()) {
            return Either.forRight(target.getRight());
        }
        Name name = target.getLeft().name();
        return Either.forLeft(new PrepareRenameResult(snapshot.range(name.span()), name.text()));
    }

    /**
     * The edits, or why there are none.
     *
     * @throws CancellationException when {@code abandoned} holds
     */
    public static Either<WorkspaceEdit, String> of(
            Snapshot snapshot, Position position, String newName, BooleanSupplier abandoned) {
        Either<Target, String> target = target(snapshot, snapshot.offset(position));
        return target.isLeft()
                ? renamed(snapshot, target.getLeft(), newName.strip(), abandoned)
                : Either.forRight(target.getRight());
    }

    private static Either<WorkspaceEdit, String> renamed(
            Snapshot snapshot, Target target, String newName, BooleanSupplier abandoned) {
        String word = target.name().text();
        if (newName.equals(word)) {
            return Either.forLeft(Edits.workspace(snapshot, List.of()));
        }
        Optional<String> noName = NewName.problem(newName);
        if (noName.isPresent()) {
            return Either.forRight(noName.get());
        }
        List<Occurrences> occurrences = Occurrences.of(snapshot, target.symbol(), abandoned);
        Optional<String> unreadable = occurrences.stream()
                .flatMap(text -> unreadable(text, word).stream())
                .findFirst();
        if (unreadable.isPresent()) {
            return Either.forRight(unreadable.get());
        }
        NameEdits edits = NameEdits.of(occurrences, target.symbol(), word, newName);
        RenameCheck check = new RenameCheck(snapshot, edits, abandoned);
        for (Document text : Occurrences.mentioning(snapshot, target.symbol(), Set.of(word, newName), abandoned)) {
            Abandoned.stopIf(abandoned);
            Optional<String> problem = check.problem(text);
            if (problem.isPresent()) {
                return Either.forRight(word + " cannot become " + newName + ": " + problem.get());
            }
        }
        return Either.forLeft(Edits.workspace(snapshot, edits.all()));
    }

    private static Either<Target, String> target(Snapshot snapshot, int offset) {
        Optional<Name> name = snapshot.index().nameAt(offset);
        Optional<Symbol> symbol = snapshot.index().symbolAt(offset);
        if (name.isEmpty() || symbol.isEmpty()) {
            return Either.forRight(nothing(snapshot, offset));
        }
        if (symbol.get().isStandard()) {
            return Either.forRight(name.get().text() + " belongs to the standard library, which cannot be changed");
        }
        return symbol.get().node() instanceof Item.Input input && input.name().isEmpty()
                ? Either.forRight("this input has no name of its own; write input NAME(…) to give it one")
                : Either.forLeft(new Target(symbol.get(), name.get()));
    }

    private static String nothing(Snapshot snapshot, int offset) {
        if (errors(snapshot.index().module()).stream().anyMatch(span -> span.touches(offset))) {
            return "what stands here cannot be read; mend it first";
        }
        Matcher words = WORD.matcher(snapshot.text());
        while (words.find() && words.start() <= offset) {
            if (offset <= words.end()) {
                return snapshot.index()
                                .useAt(offset)
                                .filter(use -> isUnknown(snapshot, use.name()))
                                .isPresent()
                        ? "nothing is called " + words.group() + " here"
                        : words.group() + " is no name that something has been given";
            }
        }
        return "there is no name here";
    }

    private static boolean isUnknown(Snapshot snapshot, Name name) {
        return Mistakes.touching(snapshot, name.span()).stream()
                .anyMatch(mistake -> mistake.primary().span().equals(name.span()));
    }

    /** A part of a text that names something and cannot be read may refer to what is renamed. */
    private static Optional<String> unreadable(Occurrences text, String word) {
        Pattern mention = Occurrences.mention(Set.of(word));
        return errors(text.index().module()).stream()
                .filter(span -> mention.matcher(span.text()).find())
                .findFirst()
                .map(span -> "line " + span.line() + " names " + word + " and cannot be read; mend it first");
    }

    private static List<Span> errors(Ast module) {
        List<Span> errors = new ArrayList<>();
        Tree.visit(module, node -> {
            if (node instanceof Step.Error
                    || node instanceof Item.Error
                    || node instanceof Declaration.Error
                    || node instanceof Expression.Error) {
                errors.add(node.span());
            }
        });
        return errors;
    }
}
