package dync.playground;

import dync.lsp.DynClient;
import dync.lsp.DynServer;
import dync.lsp.wire.Wire;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * A page's line to a language server of its own: each text message is one message of the protocol. Public, since Jetty
 * calls it by reflection.
 */
public final class LanguageSocket implements Session.Listener.AutoDemanding {
    private final DynServer server = new DynServer(() -> {});
    private volatile Optional<Wire<DynClient>> wire = Optional.empty();

    LanguageSocket() {}

    @Override
    public void onWebSocketOpen(Session session) {
        wire = Optional.of(server.connect(text -> session.sendText(text, Callback.NOOP)));
    }

    @Override
    public void onWebSocketText(String message) {
        wire.ifPresent(open -> open.receive(message));
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        wire = Optional.empty();
        server.close();
        callback.succeed();
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        // a page that goes away in the midst of a message; the close that follows frees the server
    }
}
