package dync.lsp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;
import org.junit.jupiter.api.Test;

class LeniencyTest {
    private static NotificationMessage changed(DidChangeConfigurationParams params) {
        NotificationMessage message = new NotificationMessage();
        message.setMethod("workspace/didChangeConfiguration");
        message.setParams(params);
        return message;
    }

    @Test
    void settingsThatAreNullPassTheCheck() {
        DidChangeConfigurationParams params = new DidChangeConfigurationParams();
        NotificationMessage message = changed(params);

        assertThatCode(() -> new ReflectiveMessageValidator(checked -> {}).consume(Leniency.mended(message)))
                .doesNotThrowAnyException();
        assertThat(params.getSettings()).isEqualTo(JsonNull.INSTANCE);
    }

    @Test
    void settingsThatAreThereStay() {
        JsonObject settings = new JsonObject();
        DidChangeConfigurationParams params = new DidChangeConfigurationParams(settings);

        Leniency.mended(changed(params));

        assertThat(params.getSettings()).isSameAs(settings);
    }
}
