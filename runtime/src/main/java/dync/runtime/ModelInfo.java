package dync.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a model before it runs. Steps count from 0, the first idle step; a first step of
 * {@link #AT_RUN_TIME} says that the compiler could not tell when a value is there first.
 *
 * @param name the model's name
 * @param source file name of its {@code .dyn} source, empty if there is none
 * @param stepMs length of one step in milliseconds
 * @param steps steps of a run unless the stimulus has another number
 * @param idle steps on blank input before the stimulus
 * @param truncate gradients are cut after every so many steps; 0 never
 * @param penalties the weight of each penalty in the loss, by the name of its probe
 */
public record ModelInfo(
        String name,
        String source,
        double stepMs,
        int steps,
        int idle,
        int truncate,
        List<Input> inputs,
        List<Area> areas,
        Map<String, Double> penalties,
        List<Readout> readouts) {

    public static final int AT_RUN_TIME = -1;

    /**
     * An input of {@code [B, channels, height, width]} at every step.
     *
     * @param gaps whether it may be absent at some steps
     */
    public record Input(String name, long channels, long height, long width, boolean gaps) {}

    /** An area or a further probe: what is recorded under its name, and the shape of one sample. */
    public record Area(String name, int firstStep, List<Long> shape) {}

    /** An output of {@code [B, features]} at every step. */
    public record Readout(String name, int firstStep, long features) {}

    public ModelInfo {
        inputs = List.copyOf(inputs);
        areas = List.copyOf(areas);
        penalties = Collections.unmodifiableMap(new LinkedHashMap<>(penalties));
        readouts = List.copyOf(readouts);
    }

    /** The same but for where gradients are cut. */
    ModelInfo truncatedAfter(int steps) {
        return new ModelInfo(name, source, stepMs, this.steps, idle, steps, inputs, areas, penalties, readouts);
    }

    public Optional<Input> input(String wanted) {
        return inputs.stream().filter(input -> input.name().equals(wanted)).findFirst();
    }

    public Optional<Area> area(String wanted) {
        return areas.stream().filter(area -> area.name().equals(wanted)).findFirst();
    }

    public Optional<Readout> readout(String wanted) {
        return readouts.stream()
                .filter(readout -> readout.name().equals(wanted))
                .findFirst();
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Collects the parts in the order in which generated code states them. */
    public static final class Builder {
        private final String name;
        private String source = "";
        private double stepMs = 1;
        private int steps = 1;
        private int idle;
        private int truncate;
        private final List<Input> inputs = new ArrayList<>();
        private final List<Area> areas = new ArrayList<>();
        private final Map<String, Double> penalties = new LinkedHashMap<>();
        private final List<Readout> readouts = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        public Builder source(String fileName) {
            source = fileName;
            return this;
        }

        /** @param stepMs milliseconds of one step; the rest are numbers of steps */
        public Builder clock(double stepMs, int steps, int idle, int truncate) {
            if (!(stepMs > 0) || steps < 1 || idle < 0 || truncate < 0) {
                throw new IllegalArgumentException("clock(" + stepMs + ", " + steps + ", " + idle + ", " + truncate
                        + "): step and steps are positive, idle and truncate not negative");
            }
            this.stepMs = stepMs;
            this.steps = steps;
            this.idle = idle;
            this.truncate = truncate;
            return this;
        }

        public Builder input(String name, long channels, long height, long width) {
            inputs.add(new Input(unused(name), channels, height, width, false));
            return this;
        }

        /** An input that may be absent at some steps. */
        public Builder inputWithGaps(String name, long channels, long height, long width) {
            inputs.add(new Input(unused(name), channels, height, width, true));
            return this;
        }

        public Builder area(String name, int firstStep, long... shape) {
            areas.add(new Area(unused(name), firstStep, boxed(shape)));
            return this;
        }

        /** A value recorded under a name of its own, beside the areas. */
        public Builder probe(String name, int firstStep, long... shape) {
            return area(name, firstStep, shape);
        }

        /** A probe of one number a sample that is added to the loss, times {@code weight}. */
        public Builder penalty(String name, double weight) {
            if (areas.stream().noneMatch(area -> area.name().equals(name))) {
                throw new IllegalArgumentException("the penalty '" + name + "' of " + this.name + " is no probe");
            }
            penalties.put(name, weight);
            return this;
        }

        public Builder readout(String name, int firstStep, long features) {
            readouts.add(new Readout(unused(name), firstStep, features));
            return this;
        }

        public ModelInfo build() {
            return new ModelInfo(name, source, stepMs, steps, idle, truncate, inputs, areas, penalties, readouts);
        }

        private String unused(String wanted) {
            boolean taken = Stream.of(
                            inputs.stream().map(Input::name),
                            areas.stream().map(Area::name),
                            readouts.stream().map(Readout::name))
                    .flatMap(names -> names)
                    .anyMatch(wanted::equals);
            if (taken) {
                throw new IllegalArgumentException(name + " has two parts named '" + wanted + "'");
            }
            return wanted;
        }

        private static List<Long> boxed(long[] shape) {
            return java.util.Arrays.stream(shape).boxed().toList();
        }
    }
}
