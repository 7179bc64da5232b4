package dync.train;

import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;

/** The state of libtorch's own random numbers, from which dropout and noise inside a model are drawn. */
final class RandomState {
    private static final String CPU = "cpu";
    private static final String DEVICE = "device";

    private RandomState() {}

    static void seed(long seed) {
        torch.manual_seed(seed);
    }

    static Map<String, Tensor> capture(Device device) {
        Map<String, Tensor> states = new TreeMap<>();
        states.put(CPU, generator(new Device(DeviceType.CPU)).get_state());
        if (device.is_cuda()) {
            states.put(DEVICE, generator(device).get_state());
        }
        return states;
    }

    /** What is missing (a run that moves to a GPU) stays as it was seeded. */
    static void restore(Map<String, Tensor> states, Device device) {
        if (states.containsKey(CPU)) {
            generator(new Device(DeviceType.CPU)).set_state(states.get(CPU));
        }
        if (states.containsKey(DEVICE) && device.is_cuda()) {
            generator(device).set_state(states.get(DEVICE));
        }
    }

    private static Generator generator(Device device) {
        return torch.globalContext().defaultGenerator(device);
    }
}
