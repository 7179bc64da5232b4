package dync.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that trains one step whenever it is told to: contenders take turns, so that what disturbs the machine
 * disturbs all of them. It answers {@code step} with the seconds taken and {@code end} with the kilobytes of memory
 * that it took at most beyond what it held before its first step.
 */
final class Contender implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader said;
    private final Writer told;
    private final List<Double> seconds = new ArrayList<>();

    Contender(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        told = process.outputWriter(StandardCharsets.UTF_8);
    }

    String name() {
        return name;
    }

    /** Trains a step; warm-up steps are not counted. */
    void step(boolean counts) {
        double taken = ask("step");
        if (counts) {
            seconds.add(taken);
        }
    }

    /** The median time of a step. */
    double median() {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The fastest step. */
    double least() {
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** Memory at the peak beyond that before the first step, in megabytes. */
    double peak() {
        return ask("end") / 1024;
    }

    /** What it expects to take at the peak beyond that before the first step, in megabytes. */
    double estimate() {
        return ask("estimate") / 1024;
    }

    private double ask(String request) {
        try {
            told.write(request + "\n");
            told.flush();
            String answer = said.readLine();
            if (answer == null) {
                throw new IllegalStateException(name + " ended early");
            }
            return Double.parseDouble(answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
