package dync.lsp.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.Optional;
import org.eclipse.lsp4j.CompletionItem;
import org.junit.jupiter.api.Test;

class DocumentationTest {
    private static Optional<String> of(String label, String text) {
        Caret caret = Caret.in(text);
        CompletionItem item = Completions.of(caret.snapshot(), caret.offset()).getItems().stream()
                .filter(each -> each.getFilterText().equals(label))
                .findFirst()
                .orElseThrow();
        assertThat(item.getDocumentation()).isNull();
        CompletionItem resolved = Documentation.of(item, uri -> Optional.of(caret.snapshot())
                .filter(each -> each.document().uri().equals(uri)));
        return Optional.ofNullable(resolved.getDocumentation())
                .map(doc -> doc.getRight().getValue());
    }

    @Test
    void tellsOfTheLibrary() {
        assertThat(of("conv", Caret.model("area V1 { ‸ }"))).hasValueSatisfying(doc -> assertThat(doc)
                .startsWith("```dyn\nprimitive conv(channels: int, ")
                .contains("2-D convolution."));
    }

    @Test
    void tellsOfDeclarationsBeforeAndBehindTheCaret() {
        String text = "/// Before.\nblock A() { relu }\nblock B() { conv‸ }\n/// Behind.\nblock C() { relu }\n";
        assertThat(of("A", text)).hasValue("```dyn\nblock A\n```\n\nBefore.");
        assertThat(of("C", text)).hasValue("```dyn\nblock C\n```\n\nBehind.");
    }

    @Test
    void tellsOfParametersLetsAndAreas() {
        assertThat(of("a", "block B(@alias(x)\n/// How much.\na: float = 1) { apply ‸ }"))
                .hasValueSatisfying(doc -> assertThat(doc).contains("a: float = 1", "also called `x`"));
        assertThat(of("y", "block B() { let y = it * 2\n apply ‸ }")).hasValue("```dyn\nlet y = it * 2\n```");
        assertThat(of("delay", Caret.model("area V1 { emit(‸) }")))
                .hasValueSatisfying(doc -> assertThat(doc).contains("delay: time = 0 ms", "passed on"));
    }

    @Test
    void tellsOfWordsOfTheLanguage() {
        assertThat(of("evolve", Caret.model("area V1 { ‸ }")))
                .hasValueSatisfying(doc -> assertThat(doc).contains("Integrates the dynamics over one step"));
        assertThat(of("floor", Caret.model("area V1 { conv(‸) }")))
                .hasValueSatisfying(doc -> assertThat(doc).contains("largest whole number"));
    }
}
