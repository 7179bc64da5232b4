package dync.bench;

import dync.Dyn;
import dync.compiler.plan.PlanKind;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.runtime.weights.Precision;
import dync.train.loss.CrossEntropyOverTime;
import dync.train.memory.MemoryCheck;
import dync.train.optimise.Grouping;
import dync.train.optimise.Optimizer;
import dync.train.optimise.OptimizerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The process of a {@link Contender}: training steps of one model under one plan. */
public final class Steps {
    private static final OptimizerSettings DESCENT = new OptimizerSettings.Sgd(1e-3, 0.9, 0, false, 0);

    private Steps() {}

    /**
     * Answers requests until the input ends.
     *
     * @param arguments the model, the plan, the batch, the tile (0 for what the model chooses), the precision, then
     *     name=value
     */
    public static void main(String[] arguments) throws IOException {
        Dyn dyn = Dyn.compile(arguments[0]).plan(PlanKind.valueOf(arguments[1].toUpperCase(Locale.ROOT)));
        for (int i = 5; i < arguments.length; i++) {
            String[] setting = arguments[i].split("=", 2);
            dyn = dyn.set(setting[0], setting[1]);
        }
        int batch = Integer.parseInt(arguments[2]);
        int tile = Integer.parseInt(arguments[3]);
        try (DynModel model = dyn.load();
                Optimizer optimizer =
                        new Optimizer(Grouping.of(DESCENT, model.weights().values()))) {
            if (tile > 0) {
                model.tile(tile);
            }
            model.products(Precision.valueOf(arguments[4].toUpperCase(Locale.ROOT)));
            model.initialise(1);
            answer(
                    model,
                    batch,
                    optimizer,
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
    }

    private static void answer(DynModel model, int batch, Optimizer optimizer, BufferedReader requests)
            throws IOException {
        long before = memory("VmRSS");
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            if (request.equals("end")) {
                System.out.println(memory("VmHWM") - before);
            } else if (request.equals("estimate")) {
                System.out.println(MemoryCheck.run(batch, 1, images -> train(model, images, optimizer))
                                .orElseThrow()
                                .bytes(batch)
                        / 1024);
            } else {
                long start = nanoseconds();
                train(model, batch, optimizer);
                System.out.println((nanoseconds() - start) / 1e9);
            }
        }
    }

    /** Forward, the mean cross-entropy over all steps, backward, and a step of gradient descent. */
    private static void train(DynModel model, int batch, Optimizer optimizer) {
        var input = model.info().inputs().get(0);
        int steps = model.info().steps();
        try (PointerScope scope = new PointerScope()) {
            Tensor image = torch.rand(new long[] {batch, input.channels(), input.height(), input.width()});
            Tensor labels = torch.zeros(new long[] {batch, steps}).to(torch.ScalarType.Long);
            try (Responses responses = model.forward(Stimulus.still(image, steps), Recording.none())) {
                Tensor answers = responses.answer(responses.answers().iterator().next());
                optimizer.clearGradients();
                CrossEntropyOverTime.of(answers, labels).backward();
            }
            optimizer.step(1);
        }
    }

    /** Time, or where asked for that of all processors that this process had: it is the same on a busy machine. */
    private static long nanoseconds() {
        return Boolean.getBoolean(Task.PROCESSOR_TIME)
                ? ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toNanos)
                        .orElse(0L)
                : System.nanoTime();
    }

    /** A figure of this process in kilobytes. */
    private static long memory(String figure) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(figure + ":"))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }
}
