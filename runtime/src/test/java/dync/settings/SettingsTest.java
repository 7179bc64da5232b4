package dync.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final Settings<Lab> settings = Settings.of(Lab.class);

    private Settings.Layer file(String text) {
        return settings.layer(SettingsSource.file("lab.yaml", text, Path.of("lab")));
    }

    private Settings.Layer set(String path, String value) {
        return settings.layer(path, SettingsSource.value("--set", value));
    }

    private Lab read(Settings.Layer... layers) {
        return settings.read(Arrays.asList(layers)).value();
    }

    private String failure(Settings.Layer... layers) {
        return catchThrowableOfType(BadSettings.class, () -> read(layers)).getMessage();
    }

    @Test
    void standardsAreWhatTheKeysSay() {
        assertThat(settings.standard())
                .isEqualTo(new Lab(
                        3,
                        new Lab.Adam(2e-3, 0.9),
                        new Lab.Show("1", 0),
                        List.of("a", "b"),
                        Map.of(),
                        Optional.empty(),
                        Lab.Talk.SOME_WORDS,
                        false));
    }

    @Test
    void whatIsWrittenInFullAndInShortIsTheSame() {
        Lab full = read(file("""
                method: {kind: plain_descent}
                show: {pattern: "0110"}
                names: [one]
                sink: {uri: "http://localhost"}
                """));
        Lab brief = read(file("""
                method: plain_descent
                show: 0110
                names: one
                sink: http://localhost
                """));
        assertThat(brief).isEqualTo(full);
        assertThat(brief.show().pattern()).isEqualTo("0110");
    }

    @Test
    void upperLayersCountAndLowerOnesShineThrough() {
        Lab lab = read(
                file("epochs: 5\nmethod: {kind: adam, beta1: 0.5}\nset: {tau: 5 ms, trc: 6 ms}\n"),
                set("method.rate", "1e-4"),
                set("set.tau", "7 ms"));
        assertThat(lab.epochs()).isEqualTo(5);
        assertThat(lab.method()).isEqualTo(new Lab.Adam(1e-4, 0.5));
        assertThat(lab.set()).containsExactly(Map.entry("tau", "7 ms"), Map.entry("trc", "6 ms"));
    }

    @Test
    void anotherKindBringsItsOwnStandards() {
        assertThat(read(file("method: {beta1: 0.5}"), set("method", "plain_descent"))
                        .method())
                .isEqualTo(new Lab.PlainDescent(0.1));
    }

    @Test
    void whoGivesNoKindMeansTheStandardOne() {
        assertThat(read(set("method.rate", "1e-4"), set("method.beta1", "0.5")).method())
                .isEqualTo(new Lab.Adam(1e-4, 0.5));
        assertThat(read(file("method: {beta1: 0.5}"), set("method", "adam"), set("method.rate", "1e-4"))
                        .method())
                .isEqualTo(new Lab.Adam(1e-4, 0.5));
        assertThat(read(file("method: {beta1: 0.5}"), set("method.kind", "plain_descent"), set("method.rate", "3"))
                        .method())
                .isEqualTo(new Lab.PlainDescent(3));
    }

    @Test
    void listsAreReplacedWhole() {
        assertThat(read(file("names: [a, b, c]"), set("names", "[d]")).names()).containsExactly("d");
    }

    @Test
    void whatIsWrongIsToldThoughAnotherLayerCoversIt() {
        assertThat(failure(file("epochs: many\nmethod: {kind: adma}"), set("epochs", "5"), set("method.rate", "1")))
                .contains("lab.yaml:1:9: epochs is a whole number", "lab.yaml:2:16: there is no kind 'adma' of method");
    }

    @Test
    void whatOneLayerLeavesOutAnotherMayGive() {
        assertThat(read(file("sink: {tags: {a: b}}"), set("sink.uri", "http://localhost"))
                        .sink())
                .contains(new Lab.Sink("http://localhost", Map.of("a", "b")));
    }

    @Test
    void nothingTakesBackWhatALowerLayerSaid() {
        assertThat(read(file("sink: http://localhost"), set("sink", "null")).sink())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"10 ms,10", "0.01 s,10", "0,0", "10ms,10", "1e1 ms,10"})
    void timesHaveUnits(String written, double ms) {
        assertThat(read(set("show.reaction_time", written)).show().reactionTime())
                .isEqualTo(ms);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epoch: 3|there is no setting 'epoch'|did you mean 'epochs'?",
                "method: {kind: adam, beta: 0.1}|there is no setting 'beta' in method|did you mean 'beta1'?",
                "method: adma|there is no kind 'adma' of method|did you mean 'adam'?",
                "epochs: 0|epochs is 0, which is too small|write at least 1",
                "epochs: many|epochs is a whole number, not 'many'|write for example 10",
                "epochs: 1.5|epochs is a whole number, not '1.5'|write for example 10",
                "epochs: 99999999999|epochs is too large: 99999999999|write at most 2147483647",
                "epochs:|epochs has no value|write a whole number",
                "epochs: [1]|epochs is a whole number|write one value",
                "method: {rate: 0}|method.rate is 0, which is too small|write more than 0",
                "show: {reaction_time: 10}|show.reaction_time is in ms, and '10' has no unit|write 10 ms",
                "show: {reaction_time: 10 Hz}|show.reaction_time is in ms, and '10 Hz' is in Hz|write 10 ms",
                "show: 012|a pattern is made of 0 and 1, not '012'|write for example 1011",
                "talk: lots|talk cannot be 'lots'|there are: nothing, some_words",
                "exact: maybe|exact is true or false, not 'maybe'|write true or false",
                "sink: {tags: {a: b}}|sink.uri is missing|'write uri: …, address'",
                "set: 3|set holds values by name|write {NAME: VALUE}",
                "names: {a: 1}|names is a list|write [ONE, OTHER]",
                "'a: [1'|this is no YAML|''",
                "'3'|these are no settings|write keys with their values",
                "'epochs: 3\nepochs: 4'|'epochs' stands here a second time; the first is in line 1|leave one of the two",
                "'&a [*a]'|this contains itself|write it out"
            })
    void wrongSettingsAreNamed(String text, String message, String help) {
        assertThat(catchThrowableOfType(BadSettings.class, () -> read(file(text)))
                        .getMessage())
                .startsWith("lab.yaml:")
                .contains(message)
                .contains(help);
    }

    @Test
    void everythingThatIsWrongIsToldAtItsPlace() {
        assertThat(failure(file("epochs: 0\n\nmethod:\n  kind: adam\n  bta1: 0.1\n"), set("talk", "lots")))
                .isEqualTo("""
                        lab.yaml:1:9: epochs is 0, which is too small
                         1 | epochs: 0
                           |         ^
                          = help: write at least 1
                        lab.yaml:5:3: there is no setting 'bta1' in method
                         5 |   bta1: 0.1
                           |   ^^^^
                          = help: did you mean 'beta1'?
                        --set: talk cannot be 'lots'
                          = help: there are: nothing, some_words""");
    }

    @Test
    void writtenSettingsReadAsTheSame() {
        Lab lab = new Lab(
                7,
                new Lab.PlainDescent(1e-7),
                new Lab.Show("0110", 12.5),
                List.of("null", "x, y", "- z", "", "5 ms"),
                Map.of("tau", "5 ms", "a: b", "#"),
                Optional.of(new Lab.Sink("http://localhost:5000/#a", Map.of("who", "me: myself"))),
                Lab.Talk.NOTHING,
                true);
        assertThat(read(file(settings.yaml(lab)))).isEqualTo(lab);
    }

    @Test
    void theSourceOfEachValueIsShown() {
        String text = settings.read(List.of(file("epochs: 5\nshow: 01\n"), set("method.beta1", "0.5")))
                .explained();
        assertThat(text.lines().map(line -> line.replaceAll(" +#", " #")))
                .contains(
                        "epochs: 5 # lab.yaml:1",
                        "  rate: 0.002 # default",
                        "  beta1: 0.5 # --set",
                        "  pattern: 01 # lab.yaml:2",
                        "sink: null # default");
        assertThat(read(file(text)).show().pattern()).isEqualTo("01");
    }

    @Test
    void editorsGetASchema() {
        JsonObject schema = settings.jsonSchema("a lab");
        JsonObject epochs = schema.getAsJsonObject("properties").getAsJsonObject("epochs");
        assertThat(epochs.get("description").getAsString())
                .isEqualTo("times that everything is seen\n\nat least 1; 3 if nobody says");
        assertThat(epochs.get("default").getAsInt()).isEqualTo(3);
        assertThat(epochs.get("minimum").getAsInt()).isEqualTo(1);
        assertThat(schema.get("additionalProperties").getAsBoolean()).isFalse();
    }
}
