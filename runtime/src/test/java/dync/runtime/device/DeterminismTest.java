package dync.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeterminismTest {
    @AfterEach
    void letGo() {
        Determinism.require(false);
    }

    @Test
    void libtorch_is_told_and_told_again() {
        Determinism.require(true);
        assertThat(Determinism.isRequired()).isTrue();
        assertThat(torch.globalContext().deterministicCuDNN()).isTrue();
        assertThat(torch.globalContext().benchmarkCuDNN()).isFalse();

        Determinism.require(false);
        assertThat(Determinism.isRequired()).isFalse();
        assertThat(torch.globalContext().deterministicCuDNN()).isFalse();
    }
}
