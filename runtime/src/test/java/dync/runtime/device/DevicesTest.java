package dync.runtime.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.runtime.UserError;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;

class DevicesTest {
    @Test
    void auto_is_the_first_gpu_or_the_cpu() {
        assertThat(name(Devices.parse("auto", 0))).isEqualTo("cpu");
        assertThat(name(Devices.parse("auto", 2))).isEqualTo("cuda:0");
    }

    @Test
    void devices_are_taken_by_name() {
        assertThat(name(Devices.parse("cpu", 2))).isEqualTo("cpu");
        assertThat(name(Devices.parse("cuda", 2))).isEqualTo("cuda:0");
        assertThat(name(Devices.parse("cuda:1", 2))).isEqualTo("cuda:1");
    }

    @Test
    void a_gpu_that_is_not_there_is_told() {
        assertThatThrownBy(() -> Devices.parse("cuda", 0))
                .isInstanceOf(UserError.class)
                .hasMessage("device 'cuda' asked for, but libtorch sees no CUDA GPU");
        assertThatThrownBy(() -> Devices.parse("cuda:2", 2))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.help()).hasValue("the last one is cuda:1"));
    }

    @Test
    void an_unknown_device_is_told() {
        for (String wrong : new String[] {"", "gpu", "CUDA", "cuda:", "cuda:-1", "cuda:9999", "cpu:0"}) {
            assertThatThrownBy(() -> Devices.parse(wrong, 1))
                    .isInstanceOf(UserError.class)
                    .hasMessage("no device '" + wrong + "'");
        }
    }

    @Test
    void threads_are_set_and_at_least_one() {
        Threads.use(1);
        assertThat(Threads.inUse()).isEqualTo(1);
        assertThatThrownBy(() -> Threads.use(0)).isInstanceOf(UserError.class);
    }

    private static String name(Device device) {
        return device.str().getString();
    }
}
