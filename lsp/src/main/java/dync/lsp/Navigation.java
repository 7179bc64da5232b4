package dync.lsp;

import java.util.Optional;
import java.util.function.Function;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DeclarationCapabilities;
import org.eclipse.lsp4j.DefinitionCapabilities;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.RenameCapabilities;
import org.eclipse.lsp4j.SymbolCapabilities;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TypeDefinitionCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;

/**
 * What a client can do on the way from a name to what it means.
 *
 * @param definitionLinks it takes definitions that say where a whole declaration stands
 * @param declarationLinks the same for declarations
 * @param typeDefinitionLinks the same for type definitions
 * @param symbolTrees it shows symbols inside of others
 * @param lazySymbols it asks for the place of a symbol of the workspace when it wants to go there
 * @param preparesRename it asks whether a name may be changed before it lets one type
 */
public record Navigation(
        boolean definitionLinks,
        boolean declarationLinks,
        boolean typeDefinitionLinks,
        boolean symbolTrees,
        boolean lazySymbols,
        boolean preparesRename) {

    static Navigation of(Optional<ClientCapabilities> client) {
        Optional<TextDocumentClientCapabilities> text = client.map(ClientCapabilities::getTextDocument);
        Optional<SymbolCapabilities> symbols =
                client.map(ClientCapabilities::getWorkspace).map(WorkspaceClientCapabilities::getSymbol);
        return new Navigation(
                is(text.map(TextDocumentClientCapabilities::getDefinition), DefinitionCapabilities::getLinkSupport),
                is(text.map(TextDocumentClientCapabilities::getDeclaration), DeclarationCapabilities::getLinkSupport),
                is(
                        text.map(TextDocumentClientCapabilities::getTypeDefinition),
                        TypeDefinitionCapabilities::getLinkSupport),
                is(
                        text.map(TextDocumentClientCapabilities::getDocumentSymbol),
                        DocumentSymbolCapabilities::getHierarchicalDocumentSymbolSupport),
                symbols.map(SymbolCapabilities::getResolveSupport)
                        .map(resolve -> resolve.getProperties())
                        .filter(properties -> properties.contains("location.range"))
                        .isPresent(),
                is(text.map(TextDocumentClientCapabilities::getRename), RenameCapabilities::getPrepareSupport));
    }

    private static <T> boolean is(Optional<T> capability, Function<T, Boolean> flag) {
        return capability.map(flag).orElse(false);
    }
}
