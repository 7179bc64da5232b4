package dync.lsp.feature;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Expression;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.ast.Parameter;
import dync.compiler.ast.Step;
import dync.compiler.evaluate.Sharing;
import dync.compiler.source.Source;
import dync.lsp.analysis.Index;
import dync.lsp.analysis.Symbol;
import dync.lsp.document.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The declaration that the value of a name comes from: the template of an area, the solver that a parameter is by default,
 * the operation behind a {@code let}, the model of a variant.
 */
public final class TypeDefinitions {
    private static final int FURTHEST = 8;

    private TypeDefinitions() {}

    /** @param links whether the client takes links */
    public static Either<List<? extends Location>, List<? extends LocationLink>> of(
            Snapshot snapshot, Position position, boolean links) {
        int offset = snapshot.offset(position);
        Optional<Name> name = snapshot.index().nameAt(offset);
        Optional<Symbol> symbol = snapshot.index().symbolAt(offset);
        if (name.isEmpty() || symbol.isEmpty()) {
            return Either.forLeft(List.of());
        }
        List<Goal> goals = origins(snapshot, symbol.get(), FURTHEST)
                .map(Goal::of)
                .distinct()
                .toList();
        return Goal.answer(snapshot, name.get(), goals, links);
    }

    private static Stream<Symbol> origins(Snapshot snapshot, Symbol symbol, int further) {
        if (isOrigin(symbol)) {
            return Stream.of(symbol);
        }
        List<Name> names = sources(symbol);
        if (names.isEmpty() || further == 0) {
            return symbol.kind() == Symbol.Kind.AREA ? Stream.of(symbol) : Stream.empty();
        }
        Index index = index(snapshot, symbol.name().span().source());
        return names.stream()
                .flatMap(name -> index.symbolAt(name.span().start()).stream())
                .filter(next -> !next.isSame(symbol))
                .flatMap(next -> origins(snapshot, next, further - 1));
    }

    private static boolean isOrigin(Symbol symbol) {
        return switch (symbol.kind()) {
            case MODEL, TEMPLATE, BLOCK, CONNECTION, DYNAMICS, SOLVER, FUNCTION, PRIMITIVE -> true;
            default -> false;
        };
    }

    private static Index index(Snapshot snapshot, Source source) {
        return source.equals(snapshot.source())
                ? snapshot.index()
                : snapshot.workspace()
                        .analysis(new Document(snapshot.workspace().documents().uri(source), 0, source))
                        .index();
    }

    /** The names in a declaration that its value comes from. */
    private static List<Name> sources(Symbol symbol) {
        if (symbol.node() instanceof Item.Area area) {
            return area.template().map(Expression.Call::name).stream().toList();
        } else if (symbol.node() instanceof Declaration.Variant variant) {
            return List.of(variant.base());
        } else if (symbol.node() instanceof Declaration.Constant constant) {
            return named(constant.value()).toList();
        } else if (symbol.node() instanceof Parameter parameter) {
            return parameter.defaultValue().stream()
                    .flatMap(TypeDefinitions::named)
                    .toList();
        } else if (symbol.node() instanceof Item.Let let) {
            return named(let.value()).toList();
        } else if (symbol.node() instanceof Step.Let let) {
            return named(let.value()).toList();
        } else if (symbol.node() instanceof Step.Weight weight) {
            return weight.options().stream()
                    .filter(Sharing::isMeant)
                    .flatMap(option -> named(option.value()))
                    .toList();
        }
        return List.of();
    }

    private static Stream<Name> named(Expression expression) {
        if (expression instanceof Expression.Reference reference) {
            return Stream.of(reference.name());
        } else if (expression instanceof Expression.Call call) {
            return Stream.of(call.name());
        } else if (expression instanceof Expression.Pipe pipe) {
            return Stream.of(pipe.call().name());
        } else if (expression instanceof Expression.Member member) {
            return Stream.of(member.member());
        }
        return expression instanceof Expression.Choice choice
                ? Stream.concat(named(choice.then()), named(choice.otherwise()))
                : Stream.empty();
    }
}
