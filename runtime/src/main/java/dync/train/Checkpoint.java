package dync.train;

import dync.runtime.BadFile;
import dync.runtime.DynModel;
import dync.runtime.weights.Safetensors;
import dync.runtime.weights.TensorFile;
import dync.runtime.weights.Weight;
import dync.runtime.weights.Weights;
import dync.train.optimise.Optimizer;
import dync.train.policy.FigureHistory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A safetensors file with everything that a run needs to go on as if it had never stopped: the weights under their own
 * names, {@code optimizer/…}, {@code gradient/…}, {@code figures/…}, {@code random/…}, and position, running figures and a sum over all data in the metadata.
 * Nothing in it depends on the clock: the same run writes the same bytes.
 */
final class Checkpoint {
    private static final String OPTIMIZER = "optimizer/";
    private static final String RANDOM = "random/";
    private static final String GRADIENT = "gradient/";
    private static final String FIGURES = "figures/";
    private static final List<String> PARTS = List.of(OPTIMIZER, RANDOM, GRADIENT, FIGURES);
    private static final String FORMAT = "dync-checkpoint-1";
    private static final int CHUNK = 1 << 26;

    private final Path path;
    private final Map<String, String> metadata;
    private final Map<String, Tensor> tensors;

    private Checkpoint(Path path, Map<String, String> metadata, Map<String, Tensor> tensors) {
        this.path = path;
        this.metadata = metadata;
        this.tensors = tensors;
    }

    /** @throws BadFile if it cannot be written; what was there before stays */
    static void write(Path path, TrainingState state, Position position, EpochProgress progress) {
        try (PointerScope scope = new PointerScope()) {
            Map<String, Tensor> tensors = new TreeMap<>();
            state.model()
                    .weights()
                    .forEach((name, weight) -> tensors.put(name, weight.tensor().detach()));
            state.optimizer().state().forEach((name, tensor) -> tensors.put(OPTIMIZER + name, tensor));
            RandomState.capture(state.device()).forEach((name, tensor) -> tensors.put(RANDOM + name, tensor));
            state.history().tensors().forEach((name, tensor) -> tensors.put(FIGURES + name, tensor));
            gradients(state.optimizer()).forEach((name, tensor) -> tensors.put(GRADIENT + name, tensor));
            Map<String, String> metadata = new LinkedHashMap<>();
            metadata.put("format", FORMAT);
            metadata.put("model", state.model().info().name());
            metadata.put("order", state.order());
            metadata.put("epochs", Integer.toString(position.epochs()));
            metadata.put("batches", Integer.toString(position.batches()));
            metadata.put("loss_sum", Double.toHexString(progress.lossSum()));
            metadata.put("penalty_sum", Double.toHexString(progress.penaltySum()));
            metadata.put("terms", joinTerms(progress.termSums()));
            state.scaler().saved().ifPresent(scale -> metadata.put("loss_scale", scale));
            metadata.put("right", join(progress.accuracy().rightCounts()));
            metadata.put("labelled", join(progress.accuracy().labelledCounts()));
            metadata.put("crc32c", sum(tensors));
            Safetensors.write(path, tensors, metadata);
        }
    }

    /** What batches have gathered that wait for others to move the weights. */
    private static Map<String, Tensor> gradients(Optimizer optimizer) {
        Map<String, Tensor> gradients = new TreeMap<>();
        for (Weight weight : optimizer.weights()) {
            Tensor gradient = weight.tensor().grad();
            if (gradient.defined()) {
                gradients.put(weight.name(), gradient);
            }
        }
        return gradients;
    }

    /**
     * Reads a file whole and checks its sum; the tensors belong to the current scope.
     *
     * @throws BadFile if it is damaged or no checkpoint
     */
    static Checkpoint read(Path path) {
        try (TensorFile file = Safetensors.open(path)) {
            if (!FORMAT.equals(file.metadata().get("format"))) {
                throw new BadFile(
                        path,
                        "is no checkpoint of this version of dync",
                        "weights alone can be tested, but training cannot go on from them");
            }
            Map<String, Tensor> tensors = new TreeMap<>();
            file.tensors().keySet().forEach(name -> tensors.put(name, file.read(name)));
            if (!sum(tensors).equals(file.metadata().get("crc32c"))) {
                throw new BadFile(
                        path, "is damaged: its data does not match its sum", "go on from an older checkpoint");
            }
            return new Checkpoint(path, file.metadata(), tensors);
        }
    }

    /** @throws BadFile if these are the weights of another model; then the model keeps its values */
    void restoreWeights(DynModel model) {
        List<String> problems = problems(model);
        if (!problems.isEmpty()) {
            throw new BadFile(
                    path,
                    "is of " + metadata.get("model") + " and does not fit "
                            + model.info().name() + "\n  " + String.join("\n  ", problems),
                    "take the model that the run was trained with");
        }
        model.weights().values().forEach(weight -> weight.assign(tensors.get(weight.name())));
    }

    /**
     * Gives a variant of the model its weights.
     *
     * @param note hears of those that it does not have
     * @throws BadFile if one that it has is missing here, or of another shape; then the model keeps its values
     */
    void restoreVariant(DynModel model, Consumer<String> note) {
        Map<String, Tensor> saved = new TreeMap<>(tensors);
        saved.keySet().removeIf(name -> PARTS.stream().anyMatch(name::startsWith));
        Weights.assign(model, path, saved, note);
    }

    /** The figures of the epochs before it. */
    FigureHistory history() {
        FigureHistory history = new FigureHistory();
        history.restore(part(FIGURES));
        return history;
    }

    /** @throws BadFile if this is of another model, another optimiser, or images in another order */
    void restore(TrainingState state, EpochProgress progress) {
        restoreWeights(state.model());
        try {
            if (!entry("order").equals(state.order())) {
                throw new IllegalArgumentException("it was begun with " + entry("order") + ", not " + state.order());
            }
            state.optimizer().restore(part(OPTIMIZER));
            restoreGradients(state.optimizer());
            state.history().restore(part(FIGURES));
            state.scaler().restore(Optional.ofNullable(metadata.get("loss_scale")));
            progress.restore(
                    Double.parseDouble(entry("loss_sum")),
                    // checkpoints of models from before there were penalties do not have it
                    Double.parseDouble(metadata.getOrDefault("penalty_sum", "0")),
                    splitTerms(metadata.getOrDefault("terms", "")),
                    split(entry("right")),
                    split(entry("labelled")));
        } catch (IllegalArgumentException e) {
            throw new BadFile(
                    path,
                    "does not fit this training: " + e.getMessage(),
                    "go on with the settings that the run was begun with; epochs, device and threads may change",
                    e);
        }
        RandomState.restore(part(RANDOM), state.device());
    }

    private void restoreGradients(Optimizer optimizer) {
        Map<String, Tensor> gradients = part(GRADIENT);
        optimizer.clearGradients();
        for (Weight weight : optimizer.weights()) {
            Tensor saved = gradients.get(weight.name());
            if (saved != null) {
                // in the order in memory that libtorch wants of a gradient
                Tensor gradient = torch.empty_like(weight.tensor().detach()).copy_(saved);
                weight.tensor().mutable_grad().put(gradient);
            }
        }
    }

    private List<String> problems(DynModel model) {
        List<String> problems = new ArrayList<>();
        for (Weight weight : model.weights().values()) {
            Tensor saved = tensors.get(weight.name());
            if (saved == null) {
                problems.add("'" + weight.name() + "' is missing");
            } else if (!Arrays.equals(saved.shape(), weight.shape())) {
                problems.add("'" + weight.name() + "' has shape " + Arrays.toString(saved.shape()) + ", the model's is "
                        + Arrays.toString(weight.shape()));
            }
        }
        tensors.keySet().stream()
                .filter(name -> PARTS.stream().noneMatch(name::startsWith))
                .filter(name -> !model.weights().containsKey(name))
                .forEach(name -> problems.add("'" + name + "' is no weight of the model"));
        return problems;
    }

    private Map<String, Tensor> part(String prefix) {
        return tensors.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    private String entry(String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return value;
    }

    private static String join(long[] counts) {
        return Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }

    private static String joinTerms(Map<String, Double> sums) {
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Double.toHexString(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Double> splitTerms(String sums) {
        return sums.isEmpty()
                ? Map.of()
                : Arrays.stream(sums.split(" "))
                        .map(term -> term.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> Double.parseDouble(pair[1])));
    }

    private static long[] split(String counts) {
        return counts.isEmpty()
                ? new long[0]
                : Arrays.stream(counts.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    /** A sum over all data, name by name: safetensors itself notices a wrong length, but no wrong content. */
    private static String sum(Map<String, Tensor> sorted) {
        CRC32C crc = new CRC32C();
        for (Tensor tensor : sorted.values()) {
            try (PointerScope scope = new PointerScope()) {
                Tensor plain = tensor.cpu().contiguous();
                Pointer data = plain.data_ptr();
                long bytes = plain.numel() * plain.element_size();
                for (long done = 0; done < bytes; done += CHUNK) {
                    long end = Math.min(bytes, done + CHUNK);
                    ByteBuffer view =
                            new BytePointer(data).position(done).limit(end).asByteBuffer();
                    crc.update(view);
                }
            }
        }
        return String.format("%08x", crc.getValue());
    }
}
