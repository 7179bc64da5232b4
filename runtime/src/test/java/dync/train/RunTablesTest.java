package dync.train;

import static org.assertj.core.api.Assertions.assertThat;

import dync.train.metric.AnswerCount;
import dync.train.metric.AnswerReport;
import dync.train.metric.MetricSettings;
import dync.train.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTablesTest {
    private static final MetricSettings SETTINGS = new MetricSettings(List.of(2), 0.8, 2);

    @TempDir
    Path folder;

    @Test
    void goesOnWithoutWhatIsDoneAgain() throws IOException {
        RunTables tables = tables();
        tables.begin(Position.START);
        for (int epoch = 1; epoch <= 3; epoch++) {
            for (int batch = 1; batch <= 4; batch++) {
                tables.batch(
                        new BatchReport(epoch, 3, batch, 4, 1, 1, 0.5, 0.01, 100, 0, Duration.ZERO), 4 * epoch + batch);
            }
            tables.epoch(epoch, 4L * epoch, java.util.Map.of("train/loss", 0.25));
            tables.answers(epoch, answers());
            tables.flush(true);
        }

        tables().begin(new Position(1, 2));

        assertThat(Files.readAllLines(folder.resolve("batches.csv")))
                .extracting(line -> line.substring(0, 3))
                .containsExactly("epo", "1,1", "1,2", "1,3", "1,4", "2,1", "2,2");
        assertThat(Files.readAllLines(folder.resolve("metrics.csv")))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("1,4,0.25,,");
        assertThat(Files.readAllLines(folder.resolve("timecourse.csv"))).hasSize(1 + 2);
        assertThat(Files.readAllLines(folder.resolve("calibration.csv"))).hasSize(1 + 2);
    }

    @Test
    void theTimeCourseTellsEachStepWhereNothingIsAskedEmpty() throws IOException {
        RunTables tables = tables();
        tables.begin(Position.START);
        tables.answers(1, answers());
        tables.flush(true);

        assertThat(folder.resolve("timecourse.csv"))
                .hasContent("epoch,step,ms,labelled,accuracy,cumulative,top2,cross_entropy,"
                        + "confidence_guess,confidence_label,entropy\n"
                        + "1,0,0,0,,,,,,,\n"
                        + "1,1,2.5,1,1,1,1,1.098612,0.3333333,0.3333333,1.098612");
    }

    @Test
    void confusionNamesTheClasses() throws IOException {
        tables().confusion(answers(), List.of("cat", "dog, small", "fox"));

        assertThat(Files.readAllLines(folder.resolve("confusion.csv")))
                .startsWith("label,guess,count", "cat,cat,1", "cat,\"dog, small\",0")
                .hasSize(1 + 9);
    }

    private RunTables tables() {
        return new RunTables(folder, Metrics.of(List.of(), SETTINGS), SETTINGS.topK(), 2.5);
    }

    /** One sample of class 0, all answers alike, asked at the second of two steps. */
    private static AnswerReport answers() {
        try (PointerScope scope = new PointerScope()) {
            AnswerCount count = new AnswerCount(SETTINGS);
            Tensor labels = torch.zeros(new long[] {1, 2}, new TensorOptions(ScalarType.Long));
            labels.data_ptr_long().put(0, -1);
            count.add(torch.zeros(new long[] {1, 2, 3}, new TensorOptions(ScalarType.Float)), labels);
            return count.result();
        }
    }
}
