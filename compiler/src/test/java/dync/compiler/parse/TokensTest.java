package dync.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Source;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static List<String> read(String text) {
        return Tokens.of(new Source("test.dyn", text)).stream()
                .filter(token -> token.kind() != Token.Kind.OPEN && token.kind() != Token.Kind.CLOSE)
                .map(token -> token.text() + " " + token.kind())
                .toList();
    }

    @Test
    void tellsTheNameSkipFromTheKeyword() {
        assertThat(read("model M(skip: bool = true) { if skip { skip A -> B (delay = 2 ms) } }"))
                .containsExactly(
                        "model KEYWORD",
                        "M NAME",
                        "skip NAME",
                        "bool TYPE",
                        "= OPERATOR",
                        "true KEYWORD",
                        "if KEYWORD",
                        "skip NAME",
                        "skip KEYWORD",
                        "A NAME",
                        "-> OPERATOR",
                        "B NAME",
                        "delay ARGUMENT",
                        "= OPERATOR",
                        "2 NUMBER",
                        "ms UNIT");
    }

    @Test
    void knowsTheFormsThatTheGrammarReadsAsNames() {
        assertThat(read("import a.b\nmodel M { area C from concat(A, B) { concat(it)  conv(in.channels)  emit } }"))
                .containsSubsequence(
                        "import KEYWORD",
                        "a MODULE",
                        "b MODULE",
                        "from KEYWORD",
                        "concat KEYWORD",
                        "A NAME",
                        "concat KEYWORD",
                        "it NAME",
                        "conv NAME",
                        "in NAME",
                        "channels FIELD");
    }

    @Test
    void keepsCommentsAndTellsThoseThatDocument() {
        assertThat(read("/// what it is\n// how\nsolver s { weights = [1] } // done"))
                .containsExactly(
                        "/// what it is DOC",
                        "// how COMMENT",
                        "solver KEYWORD",
                        "s NAME",
                        "weights FIELD",
                        "= OPERATOR",
                        "1 NUMBER",
                        "// done COMMENT");
    }

    @Test
    void readsWhatStandsInABrokenText() {
        assertThat(read("model M {\n area A { conv(8 \n emit"))
                .containsExactly(
                        "model KEYWORD", "M NAME", "area KEYWORD", "A NAME", "conv NAME", "8 NUMBER", "emit KEYWORD");
    }

    @Property(tries = 200)
    void yieldsWordsThatStandInTheTextOneAfterAnother(@ForAll String text) {
        Source source = new Source("test.dyn", text);
        int end = 0;
        for (Token token : Tokens.of(source)) {
            assertThat(token.span().start()).isGreaterThanOrEqualTo(end);
            end = token.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
