package dync.runtime.device;

import dync.runtime.UserError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;

/** The device that a run asks for by name. */
public final class Devices {
    private static final Pattern CUDA = Pattern.compile("cuda(?::(\\d{1,3}))?");

    private Devices() {}

    /**
     * @param name {@code auto} (the first GPU if there is one, else the CPU), {@code cpu}, {@code cuda} or
     *     {@code cuda:1}
     * @throws UserError if there is no such device
     */
    public static Device parse(String name) {
        return parse(name, torch.cuda_is_available() ? torch.cuda_device_count() : 0);
    }

    /** The same with a number of GPUs given. */
    static Device parse(String name, int gpus) {
        Matcher cuda = CUDA.matcher(name);
        if (name.equals("cpu") || (name.equals("auto") && gpus == 0)) {
            return new Device(DeviceType.CPU);
        }
        if (name.equals("auto")) {
            return new Device(DeviceType.CUDA, (byte) 0);
        }
        if (!cuda.matches()) {
            throw new UserError("no device '" + name + "'", "devices are auto, cpu, cuda and cuda:N with N from 0");
        }
        int index = cuda.group(1) == null ? 0 : Integer.parseInt(cuda.group(1));
        if (gpus == 0) {
            throw new UserError(
                    "device '" + name + "' asked for, but libtorch sees no CUDA GPU",
                    "use cpu or auto; for GPUs build with -Pgpu on a machine with an NVIDIA driver");
        }
        if (index >= gpus) {
            throw new UserError(
                    "device '" + name + "' asked for, but there are " + gpus + " CUDA GPUs",
                    "the last one is cuda:" + (gpus - 1));
        }
        return new Device(DeviceType.CUDA, (byte) index);
    }
}
