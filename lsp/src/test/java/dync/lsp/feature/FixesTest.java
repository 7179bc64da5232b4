package dync.lsp.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Span;
import dync.lsp.Caret;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.junit.jupiter.api.Test;

class FixesTest {
    private static List<CodeAction> at(String text) {
        Caret caret = Caret.in(text);
        return Fixes.of(caret.snapshot(), new Span(caret.snapshot().source(), caret.offset(), caret.offset()));
    }

    @Test
    void offersBothDelaysThatAreWholeStepsOfTheClock() {
        List<CodeAction> actions = at(Caret.model(
                "area V1 { conv(8); recurrent(full, delay = 5‸ ms); evolve leaky(tau) using euler; emit }"));

        assertThat(actions).extracting(CodeAction::getTitle).containsExactly("change it to 4 ms", "change it to 6 ms");
    }

    @Test
    void offersTheNameThatWasMeant() {
        List<CodeAction> actions = at(Caret.model("area V1 { cnov‸(8); emit }"));

        assertThat(actions).singleElement().satisfies(action -> {
            assertThat(action.getTitle()).isEqualTo("change to conv");
            assertThat(action.getIsPreferred()).isTrue();
            assertThat(action.getEdit().getDocumentChanges()).hasSize(1);
        });
    }

    @Test
    void offersNothingElsewhere() {
        assertThat(at(Caret.model("area ‸V1 { cnov(8); emit }"))).isEmpty();
    }
}
