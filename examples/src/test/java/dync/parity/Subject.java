package dync.parity;

import dync.runtime.DynModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/**
 * What stands here for a case of the reference.
 *
 * @param source a file, or the name of a model of the library
 * @param settings parameters of the model, written as in the language
 * @param weights the name here of a weight of the reference; empty for what is no weight here
 * @param responses the name here of a recorded response, where it differs
 * @param inputs the tensor of the case that each input shows
 * @param lead blank frames shown before those of the case and left out of the comparison
 * @param first what becomes of the first frame
 * @param once whether the first frame is the only one
 */
record Subject(
        String source,
        String model,
        Map<String, String> settings,
        Function<String, Optional<String>> weights,
        Map<String, String> responses,
        Map<String, String> inputs,
        int lead,
        BiFunction<Tensor, DynModel, Tensor> first,
        boolean once) {

    static Builder of(Path file, String model, Names names) {
        return new Builder(file.toString(), model, names);
    }

    /** A model of the library. */
    static Builder of(String model, Names names) {
        return new Builder("dyn.models." + model, model, names);
    }

    String response(String recorded) {
        return responses.getOrDefault(recorded, recorded);
    }

    /** The same case by a model of the same name in a file, with other parameters. */
    Subject by(Path file, Map<String, String> parameters) {
        return new Subject(file.toString(), model, parameters, weights, responses, inputs, lead, first, once);
    }

    /** Collects the parts. */
    static final class Builder {
        private final String source;
        private final String model;
        private final Names names;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private Map<String, String> responses = Map.of();
        private Map<String, String> inputs = Map.of("input", "input");
        private int lead;
        private BiFunction<Tensor, DynModel, Tensor> first = (frame, net) -> frame;
        private boolean once;

        private Builder(String source, String model, Names names) {
            this.source = source;
            this.model = model;
            this.names = names;
        }

        Builder set(String parameter, Object value) {
            settings.put(parameter, String.valueOf(value));
            return this;
        }

        /** Channels, height and width of a stimulus {@code [B, T, C, H, W]}, as parameters with a common prefix. */
        Builder size(String prefix, List<Long> stimulus) {
            return set(prefix + "channels", stimulus.get(2))
                    .set(prefix + "height", stimulus.get(3))
                    .set(prefix + "width", stimulus.get(4));
        }

        Builder responses(Map<String, String> named) {
            responses = named;
            return this;
        }

        Builder inputs(Map<String, String> shown) {
            inputs = shown;
            return this;
        }

        Builder lead(int frames) {
            lead = frames;
            return this;
        }

        Builder first(BiFunction<Tensor, DynModel, Tensor> changed) {
            first = changed;
            return this;
        }

        Builder once(boolean only) {
            once = only;
            return this;
        }

        Subject build() {
            return new Subject(source, model, settings, names, responses, inputs, lead, first, once);
        }
    }
}
