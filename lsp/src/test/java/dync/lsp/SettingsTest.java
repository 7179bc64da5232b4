package dync.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final List<String> warnings = new ArrayList<>();

    private Settings of(String json) {
        return Settings.of(JsonParser.parseString(json), warnings::add);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"inlayHints\":{\"shapes\":false},\"codeLens\":false}",
                "{\"dync\":{\"inlayHints\":{\"shapes\":false},\"codeLens\":false},\"other\":{\"theme\":\"dark\"}}"
            })
    void areReadWithAndWithoutTheNameOfTheirSection(String json) {
        assertThat(of(json)).isEqualTo(new Settings(false, true, true, false));
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"dync\":null}", "{\"inlayHints\":null,\"codeLens\":null}"})
    void areTheStandardWhereNothingIsSaid(String json) {
        assertThat(of(json)).isEqualTo(Settings.DEFAULT);
        assertThat(Settings.of(JsonNull.INSTANCE, warnings::add)).isEqualTo(Settings.DEFAULT);
        assertThat(Settings.of(null, warnings::add)).isEqualTo(Settings.DEFAULT);
        assertThat(warnings).isEmpty();
    }

    @Test
    void ofTheEditorsOwnAreLeftToTheEditor() {
        of("{\"java\":{\"home\":\"\",\"options\":[]},\"command\":\"dync\",\"trace\":{\"server\":\"off\"}}");
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"codelens\":false}|there is no setting dync.codelens; did you mean dync.codeLens?",
                "{\"inlayHints\":{\"shape\":false}}|there is no setting dync.inlayHints.shape; did you mean"
                        + " dync.inlayHints.shapes?",
                "{\"inlayHint\":{\"shapes\":false}}|there is no setting dync.inlayHint; did you mean dync.inlayHints?",
                "{\"theme\":\"dark\"}|there is no setting dync.theme; there are dync.inlayHints.shapes,"
                        + " dync.inlayHints.delays, dync.inlayHints.parameters, dync.codeLens"
            })
    void thatThereAreNotAreNamedWithTheNearest(String json, String warning) {
        assertThat(of(json)).isEqualTo(Settings.DEFAULT);
        assertThat(warnings).containsExactly(warning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"codeLens\":\"no\"}|dync.codeLens is true or false, not \"no\"",
                "{\"codeLens\":0}|dync.codeLens is true or false, not 0",
                "{\"codeLens\":{\"on\":false}}|dync.codeLens is true or false, not {\"on\":false}",
                "{\"inlayHints\":false}|dync.inlayHints is an object with shapes, delays, parameters, not false",
                "false|dync is an object with inlayHints, codeLens, not false",
                "{\"dync\":[]}|dync is an object with inlayHints, codeLens, not []"
            })
    void ofAnotherTypeAreNamedAndStayOn(String json, String warning) {
        assertThat(of(json)).isEqualTo(Settings.DEFAULT);
        assertThat(warnings).containsExactly(warning);
    }

    @Test
    void beingWrongLeavesTheOthersAsTheyWereSaid() {
        assertThat(of("{\"codeLenses\":false,\"inlayHints\":{\"delays\":false,\"shapes\":1}}"))
                .isEqualTo(new Settings(true, false, true, true));
        assertThat(warnings).hasSize(2);
    }
}
