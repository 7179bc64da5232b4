package dync.runtime;

import dync.runtime.device.Threads;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Opens a scope for the native memory of each test, which uses one thread. */
public abstract class ScopedTest {
    private PointerScope scope;

    @BeforeEach
    final void openScope() {
        Threads.use(1);
        scope = new PointerScope();
    }

    @AfterEach
    final void closeScope() {
        scope.close();
    }
}
