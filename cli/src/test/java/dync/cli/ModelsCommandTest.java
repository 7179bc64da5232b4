package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModelsCommandTest {

    @Test
    void everyModelIsListedWithItsParametersAndWhatItIs() {
        Session session = Session.run("models");

        assertThat(session.exit()).isZero();
        assertThat(session.out().lines())
                .anyMatch(
                        line -> line.matches("dyn\\.models\\.CORnetS +53,416,616  CORnet-S: four ventral areas.*[^.]"))
                .anyMatch(line ->
                        line.matches("dyn\\.models\\.ResNet152 +60,192,808  The residual network of 152 layers.*"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void theTextOfAModelCanBeReadAndKept() {
        Session session = Session.run("models", "dyn.models.CORnetZ");

        assertThat(session.exit()).isZero();
        assertThat(session.out()).startsWith("/// CORnet-Z").contains("readout classifier");
    }

    @Test
    void aModelIsNamedWhereverAFileIs() {
        Session checked = Session.run("check", "dyn.models.ResNet18", "--set", "classes=10");
        Session compiled = Session.run("compile", "dyn.models.DyRCNNx2", "--emit", "graph");

        Session described = Session.run("describe", "dyn.models.CordsNet");

        assertThat(described.exit()).isZero();
        assertThat(described.out()).contains("layer8");
        assertThat(checked.exit()).isZero();
        assertThat(checked.out()).contains("no mistakes");
        assertThat(compiled.exit()).isZero();
        assertThat(compiled.out()).contains("layer2.skip_layer1.conv");
    }

    @Test
    void aMisspeltModelIsAnsweredWithTheNearest() {
        Session session = Session.run("check", "dyn.models.Resnet18");

        assertThat(session.exit()).isEqualTo(1);
        assertThat(session.err())
                .contains("there is no model dyn.models.Resnet18", "did you mean dyn.models.ResNet18?");
    }
}
