package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aRunCanBeMadeGoneOnWithAndTested() throws IOException {
        Session first = train(Models.tiny(folder).toString(), "--epochs", "1");
        Path run = folder.resolve("runs/tiny");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.out()).isEqualToIgnoringNewLines(run.toString());
        assertThat(first.err())
                .contains("Tiny: ", "32 images in 4 batches, 1 epoch", "epoch 1/1 done", "dync test " + run);
        assertThat(run.resolve("tiny.dyn")).exists();
        assertThat(run.resolve("generated/dyn/tiny/Tiny.java")).exists();
        assertThat(run.resolve("metrics.csv")).exists();
        assertThat(run.resolve("experiment.yaml")).content().contains("set: shapes", "epochs: 1");
        assertThat(colours(run.resolve("training.png"))).hasSizeGreaterThan(3);

        Session more = Session.run("train", "--resume", run.toString(), "--epochs", "2");
        assertThat(more.exit()).as(more.err()).isZero();
        assertThat(more.err()).contains("epoch 2/2 done").doesNotContain("epoch 1/2 done");

        Session test = Session.run("test", run.toString(), "--limit", "16");
        assertThat(test.exit()).as(test.err()).isZero();
        assertThat(test.out()).contains("test loss ", "(16 images)", "step  0: ", "step  2: ");
        Session second = Session.run("test", run.toString(), "--limit", "16", "--checkpoint", "2");
        assertThat(second.out()).isEqualTo(test.out());
        Session begin = Session.run("test", run.toString(), "--limit", "16", "--checkpoint", "1");
        assertThat(begin.exit()).as(begin.err()).isZero();
        assertThat(begin.out()).isNotEqualTo(test.out());
        Session best = Session.run("test", run.toString(), "--limit", "16", "--checkpoint", "best");
        assertThat(best.exit()).as(best.err()).isZero();
        Session none = Session.run("test", run.toString(), "--checkpoint", "7");
        assertThat(none.exit()).isEqualTo(1);
        assertThat(none.err()).contains("holds no checkpoint after epoch 7", "it has those after epoch 2, 1");
        Session wrong = Session.run("test", run.toString(), "--checkpoint", "bets");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("there is no checkpoint 'bets'");
    }

    @Test
    void aFolderWithAnExperimentAloneIsNoRun() throws IOException {
        Files.writeString(folder.resolve("experiment.yaml"), "model: dyn.models.DyRCNNx2\n");
        for (String[] command : new String[][] {
            {"test", folder.toString()},
            {"test", folder.toString(), "--protocol", "duration"},
            {"train", "--resume", folder.toString()},
            {"export", folder.toString(), "-o", folder.resolve("out").toString()}
        }) {
            Session session = Session.run(command);
            assertThat(session.exit()).isEqualTo(1);
            assertThat(session.err()).contains("holds an experiment, but no checkpoint", "dync train makes one");
        }
    }

    @Test
    void aRunKeepsTheModulesThatItsModelImports() throws IOException {
        Path model = Models.tiny(folder);
        Path module = folder.resolve("lab/parts.dyn");
        Files.createDirectories(module.getParent());
        Files.writeString(module, "area Stage(channels: int) { conv(channels)  relu  emit }\n");
        Files.writeString(model, """
                import lab.parts.Stage
                model Tiny {
                    clock(step = 2 ms, steps = 3)
                    input(3, 32, 32)
                    area A = Stage(2)
                    readout r { avgpool flatten linear(10) }
                }
                """);
        Session first = train(model.toString(), "--epochs", "1");
        assertThat(first.exit()).as(first.err()).isZero();
        // whoever changes or moves them later does not change the run
        Files.delete(module);
        Files.delete(model);

        Session test = Session.run("test", folder.resolve("runs/tiny").toString(), "--limit", "16");
        assertThat(test.exit()).as(test.err()).isZero();
    }

    @Test
    void aLearningRateIsFoundAndDrawnWithoutLeavingARun() throws IOException {
        Path picture = folder.resolve("rates.png");
        Session session = train(Models.tiny(folder).toString(), "--optimizer", "sgd", "--find-rate=" + picture);

        assertThat(session.exit()).as(session.err()).isZero();
        assertThat(Double.parseDouble(session.out().strip())).isBetween(1e-7, 10.0);
        assertThat(session.err()).contains("20 of 100 rates", "falls fastest", "rates.png");
        assertThat(colours(picture)).hasSizeGreaterThan(3);
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aPictureThatCannotBeWrittenIsToldBeforeTheFirstBatch() throws IOException {
        Session session = train(Models.tiny(folder).toString(), "--find-rate=" + folder.resolve("none/rates.png"));

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("rates.png: cannot be written").doesNotContain("of 100 rates");
    }

    @Test
    void imageSizeAndClassesFollowTheDataUnlessTheyAreSet() throws IOException {
        Session session = train(Models.tiny(folder).toString(), "--set", "channels=1");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("takes images of 1×32×32, those of shapes are 3×32×32");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void aWrongModelLeavesNoRunBehind() throws IOException {
        Session session = train(Models.wrong(folder).toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("wrong.dyn:8:9");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anUnknownDataSetIsAnsweredWithThoseThereAre() throws IOException {
        Session session = train(Models.tiny(folder).toString(), "--data", "shaeps");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("there is no data set 'shaeps'", "shapes, gratings, fashion-mnist");
    }

    @Test
    void aNumberOutOfItsRangeIsTheUsersMistake() throws IOException {
        Session session = train(Models.tiny(folder).toString(), "--lr", "-1");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("learning_rate");
    }

    @Test
    void resumingTakesNoOtherModel() throws IOException {
        Session session = Session.run("train", Models.tiny(folder).toString(), "--resume", "runs/tiny");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("leave out FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"model=other.dyn", "model.weights=w.safetensors", "set.tau=5ms", "tau=5ms", "data.set=gratings"})
    void resumingTakesNoOtherModelByItsPathEither(String setting) {
        Session session = Session.run("train", "--resume", "runs/tiny", "--set", setting);

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("leave out FILE");
    }

    @Test
    void aFolderThatIsNoRunCannotBeTested() {
        Session session = Session.run("test", folder.resolve("none").toString());

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err()).contains("there is no such folder");
    }

    private Session train(String... arguments) {
        List<String> all = new ArrayList<>(List.of("train"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--runs", folder.resolve("runs").toString()));
        all.addAll(List.of("--limit", "32", "--validation-limit", "16", "--batch", "8", "--threads", "1"));
        return Session.run(all.toArray(String[]::new));
    }

    private static Set<Integer> colours(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y));
            }
        }
        return colours;
    }
}
