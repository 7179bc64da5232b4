package dync.cli;

import dync.cli.bundle.Bundle;
import dync.cli.bundle.Distribution;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dync bundle}. */
@Command(
        name = "bundle",
        header = "Make a folder that runs where there is neither Java nor a network.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        description = {
            "",
            "The folder holds dync, libtorch and a Java of its own, for machines of the kind this one is. Copy it"
                    + " there and start the dync in it."
        },
        footer = {
            "",
            "Examples:",
            "  dync bundle /tmp/dync          for nodes without a GPU",
            "  dync bundle /tmp/dync --gpu    for nodes that have CUDA 13 and cuDNN 9 installed"
        })
final class BundleCommand implements Callable<Integer> {
    /** Which of NVIDIA's libraries the folder holds. */
    enum Cuda {
        system,
        redist
    }

    @Parameters(paramLabel = "DIR", description = "The folder to make; it must not be there yet, or be empty.")
    private Path folder;

    @Option(names = "--gpu", description = "Take libtorch for CUDA 13 (a download of half a gigabyte).")
    private boolean gpu;

    @Option(
            names = "--cuda",
            paramLabel = "WHICH",
            defaultValue = "system",
            description = "With --gpu: 'system' relies on the node's CUDA alone; 'redist' brings the part that is"
                    + " published for Java (run time, cuFFT, cuRAND, NVRTC, CUPTI: 380 MB), so that cuBLAS, cuDNN,"
                    + " NCCL, cuSPARSE and cuSOLVER are left for the node to have. Default: ${DEFAULT-VALUE}.")
    private Cuda cuda;

    private final Console console;

    BundleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Bundle bundle = new Bundle(folder, line -> console.err().println("dync: " + line));
        Distribution running = Distribution.ofProcess();
        long megabytes = bundle.make(gpu ? running.forGpu(cuda == Cuda.redist) : running) / 1_000_000;
        console.out().println(folder + ": " + megabytes + " MB; start " + folder.resolve("dync") + " there");
        return ExitCode.OK;
    }
}
