package dync.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
    @TempDir
    Path folder;

    @Test
    void growsByLinesThatAreThereOnceTheyAreWritten() throws IOException {
        Table table = table("epoch", "train/loss");
        table.begin(row -> true);
        table.add(List.of("1", "0.5"));
        table.add(List.of("2", "0.25"));

        assertThat(file()).hasContent("epoch,train/loss");
        table.flush(true);
        assertThat(file()).hasContent("epoch,train/loss\n1,0.5\n2,0.25");
    }

    @Test
    void goesOnWithoutTheLinesOfWorkThatIsDoneAgainAndWithoutHalfOnes() throws IOException {
        Files.writeString(file(), "epoch,batch\n1,10\n2,10\n2,20\n3,10\n2,1");

        table("epoch", "batch").begin(row -> Integer.parseInt(row.get("epoch")) <= 2);

        assertThat(file()).hasContent("epoch,batch\n1,10\n2,10\n2,20\n");
    }

    @Test
    void zerosThatAPowerCutLeavesAreNoLines() throws IOException {
        Files.writeString(file(), "epoch,batch\n1,10\n2,1\0\0\0\0\n\0");

        table("epoch", "batch").begin(row -> true);

        assertThat(file()).hasContent("epoch,batch\n1,10\n");
    }

    @Test
    void linesOfOtherColumnsAreBroughtToThese() throws IOException {
        Files.writeString(file(), "epoch,old,loss\n1,7,0.5\n");

        table("epoch", "loss", "energy").begin(row -> true);

        assertThat(file()).hasContent("epoch,loss,energy\n1,0.5,");
    }

    @Test
    void namesMayHoldAnything() throws IOException {
        Table table = table("class", "count");
        table.begin(row -> true);
        table.add(List.of("tench, \"Tinca\"\ntinca", "3"));
        table.flush(false);

        assertThat(file()).hasContent("class,count\n\"tench, \"\"Tinca\"\" tinca\",3");
        table("count", "class").begin(row -> row.equals(Map.of("class", "tench, \"Tinca\" tinca", "count", "3")));
        assertThat(file()).hasContent("count,class\n3,\"tench, \"\"Tinca\"\" tinca\"");
    }

    @Test
    void whatTheDiskDoesNotTakeIsWrittenWithTheNext() throws IOException {
        Table table = table("epoch");
        table.begin(row -> true);
        table.add(List.of("1"));
        Files.delete(file());
        assertThatExceptionOfType(BadFile.class).isThrownBy(() -> table.flush(true));
        Files.writeString(file(), "epoch\n", StandardOpenOption.CREATE_NEW);
        table.add(List.of("2"));
        table.flush(true);

        assertThat(file()).hasContent("epoch\n1\n2");
    }

    private Table table(String... columns) {
        return new Table(file(), List.of(columns));
    }

    private Path file() {
        return folder.resolve("table.csv");
    }
}
