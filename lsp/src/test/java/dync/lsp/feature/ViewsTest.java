package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dync.lsp.Caret;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final String RIGHT =
            Caret.model("area V1 { conv(8); recurrent(full, delay = 2 ms); evolve leaky(tau) using euler; emit }");

    private static View of(String text, String view, String... settings) {
        return Views.of(
                Caret.in(text).snapshot(),
                new ViewParams(new TextDocumentIdentifier("memory:/test.dyn"), view, null, List.of(settings)),
                () -> false);
    }

    @Test
    void drawsTheFirstModel() {
        View view = of(RIGHT, "picture");

        assertThat(view.problem()).isNull();
        assertThat(view.format()).isEqualTo("svg");
        assertThat(view.content()).startsWith("<svg").contains("V1");
        assertThat(view.models()).containsExactly("Net");
    }

    @Test
    void showsPlanJavaGraphAndDescription() {
        assertThat(of(RIGHT, "plan").content()).contains("V1.conv");
        assertThat(of(RIGHT, "java").content()).contains("class Net");
        assertThat(of(RIGHT, "graph").content()).contains("8×32×32");
        assertThat(of(RIGHT, "describe").content()).contains("Net");
    }

    @Test
    void namesTheClassOfATextThatWasNeverSavedAfterTheText() {
        View view = Views.of(
                Caret.in(RIGHT, "untitled:streams.dyn").snapshot(),
                new ViewParams(new TextDocumentIdentifier("untitled:streams.dyn"), "java", null, List.of()),
                () -> false);

        assertThat(view.content()).contains("package dyn.streams;");
    }

    @Test
    void buildsWithTheGivenParameters() {
        assertThat(of(RIGHT, "describe", "tau=20ms").content()).contains("20 ms");
        assertThat(of(RIGHT, "describe", "tao=20ms").problem()).contains("no parameter tao");
    }

    @Test
    void saysWhyThereIsNothingToShow() {
        assertThat(of("", "picture").problem()).isEqualTo("there is no model here yet");
        assertThat(of(RIGHT.replace("conv(", "cnov("), "picture").problem())
                .isEqualTo("Net does not compile: there is no operation cnov (line 4)");
        assertThat(of(RIGHT.replace("conv(8)", "cnov(8); vonc(8)"), "java").problem())
                .endsWith("(line 4; the first of 2 errors)");
        assertThat(of(RIGHT, "plan", "tau=20kg").problem()).contains("the setting 20kg");
    }

    @Test
    void givesUpWhenNobodyWaits() {
        ViewParams params =
                new ViewParams(new TextDocumentIdentifier("memory:/test.dyn"), "java", null, List.of("tau=20ms"));

        assertThatThrownBy(() -> Views.of(Caret.in(RIGHT).snapshot(), params, () -> true))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesAViewThatThereIsNot() {
        assertThatThrownBy(() -> of(RIGHT, "movie"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("picture, wiring, unrolled");
    }
}
