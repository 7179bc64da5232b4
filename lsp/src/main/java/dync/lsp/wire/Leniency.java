package dync.lsp.wire;

import com.google.gson.JsonNull;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;

/** What the protocol allows and the library's check of messages does not. */
final class Leniency {
    private Leniency() {}

    /** Settings may be null: a client says so that they have changed and wants to be asked for them. */
    static Message mended(Message message) {
        if (message instanceof NotificationMessage told
                && told.getParams() instanceof DidChangeConfigurationParams changed
                && changed.getSettings() == null) {
            changed.setSettings(JsonNull.INSTANCE);
        }
        return message;
    }
}
