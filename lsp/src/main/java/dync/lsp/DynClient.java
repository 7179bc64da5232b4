package dync.lsp;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageClient;

/** A client of this server: any client of the protocol, which may know one notification more. */
public interface DynClient extends LanguageClient {

    /** Tells that a version of a text has been looked at; sent where the client asked for it when it connected. */
    @JsonNotification("dync/analysed")
    void analysed(Analysed analysed);
}
