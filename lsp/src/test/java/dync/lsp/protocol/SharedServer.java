package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server for all tests of a class: each finds it as the others have left it, and must leave it answering. */
final class SharedServer implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private ServerProcess server;

    ServerProcess get() {
        return server;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = ServerProcess.initialised();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(server.answers()).isTrue();
        server.forget();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }
}
