package dync.protocol;

import dync.response.RecordSettings;
import dync.runtime.BadFile;
import dync.runtime.Responses;
import dync.runtime.weights.Safetensors;
import dync.track.CsvLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bytedeco.javacpp.PointerScope;

/**
 * Writes responses and answers of one condition, chunk by chunk. The answers of a chunk follow its responses at once: the
 * table has the images that the files have, whenever a test ends.
 */
final class ConditionWriter implements AutoCloseable {
    private final Path folder;
    private final Condition condition;
    private final double stepMs;
    private final Map<String, String> metadata;
    private final AnswerTable table;
    private final Chunk chunk;
    private int chunks;
    private long written;

    /** @param metadata of every file */
    ConditionWriter(
            Path folder,
            Condition condition,
            double stepMs,
            MemoryPlan plan,
            RecordSettings record,
            Map<String, String> metadata) {
        this.folder = folder;
        this.condition = condition;
        this.stepMs = stepMs;
        this.metadata = metadata;
        this.table = new AnswerTable(folder.resolve(ANSWERS));
        this.chunk = new Chunk(plan.chunk(), record.dtype().type());
    }

    /** The table of answers. */
    static final String ANSWERS = "answers.csv.gz";

    /** The columns of the table. */
    static List<String> columns(Protocol protocol) {
        List<String> columns = new ArrayList<>(List.of("condition"));
        columns.addAll(protocol.settings().vary().keySet());
        columns.addAll(List.of("sample", "label", "step", "ms", "guess", "confidence", "label_confidence", "asked"));
        return columns;
    }

    /** Images that are on the disk. */
    long written() {
        return written;
    }

    /**
     * Adds a batch; its tensors may go afterwards.
     *
     * @param samples positions of the images in their data set
     * @param classes of the images
     * @throws BadFile if a chunk cannot be written; those before it stay
     */
    void add(Responses responses, Answers answers, long[] samples, int[] classes) {
        Map<String, boolean[]> present = new LinkedHashMap<>();
        new TreeSet<>(responses.recorded()).forEach(name -> present.put(name, responses.present(name)));
        new TreeSet<>(responses.answers()).forEach(name -> present.put(name, responses.present(name)));
        if (!chunk.takes(present)) {
            flush();
        }
        for (int from = 0; from < samples.length; ) {
            int count = Math.min(samples.length - from, chunk.room());
            chunk.add(responses, present, from, count);
            for (int i = from; i < from + count; i++) {
                chunk.name(samples[i], classes[i]);
                lines(answers, i, samples[i]);
            }
            from += count;
            if (chunk.room() == 0) {
                flush();
            }
        }
    }

    private void lines(Answers answers, int image, long sample) {
        List<String> begin = new ArrayList<>(List.of(Integer.toString(condition.number())));
        begin.addAll(condition.varied().values());
        begin.add(Long.toString(sample));
        String prefix = CsvLine.of(begin).stripTrailing();
        StringBuilder lines = chunk.lines();
        for (int step = 0; step < answers.steps(); step++) {
            int at = image * answers.steps() + step;
            lines.append(prefix).append(',').append(answers.labels()[at]);
            lines.append(',')
                    .append(step)
                    .append(',')
                    .append(Numbers.text(step * stepMs))
                    .append(',');
            if (answers.present()[step]) {
                lines.append(answers.guesses()[at]).append(',');
                lines.append(Numbers.text(answers.confidences()[at])).append(',');
                lines.append(Numbers.text(answers.labelConfidences()[at])).append(',');
            } else {
                // nothing has arrived: no guess, and no confidence
                lines.append(",,,");
            }
            lines.append(answers.asked()[at] ? 1 : 0).append('\n');
        }
    }

    /** Writes what waits. */
    void flush() {
        if (chunk.filled() == 0) {
            return;
        }
        Path file = folder.resolve(String.format("responses-%03d-%05d.safetensors", condition.number(), chunks));
        try (PointerScope scope = new PointerScope()) {
            Safetensors.write(file, chunk.tensors(), metadata);
        }
        try {
            table.append(chunk.lines());
        } catch (BadFile full) {
            discard(file, full);
            throw full;
        }
        chunks++;
        written += chunk.filled();
        chunk.clear();
    }

    /** Responses without their answers would not agree with the table. */
    private static void discard(Path file, BadFile because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            because.addSuppressed(stays);
        }
    }

    @Override
    public void close() {
        chunk.close();
    }
}
