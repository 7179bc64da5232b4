package dync.compiler.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.source.Source;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContinuationTest {
    private static Set<String> at(String text) {
        Set<String> nexts = new TreeSet<>();
        Continuation.in(new Source("t.dyn", text.replace("‸", Continuation.MARK)))
                .nexts()
                .forEach(next -> {
                    if (next instanceof Continuation.Keyword keyword) {
                        nexts.add(keyword.word());
                    } else if (next instanceof Continuation.Named named) {
                        nexts.add(named.role().name());
                    }
                });
        return nexts;
    }

    @Test
    void beginsDeclarationsInAFile() {
        assertThat(at("‸"))
                .containsExactlyInAnyOrder(
                        "area",
                        "block",
                        "connection",
                        "const",
                        "dynamics",
                        "fn",
                        "import",
                        "model",
                        "primitive",
                        "solver");
        assertThat(at("import a.b\n‸")).contains("model").doesNotContain("conv");
    }

    @Test
    void namesWhatAModelHolds() {
        assertThat(at("model Net() {\n    ‸\n}"))
                .contains("clock", "area", "AREA_STATEMENT")
                .doesNotContain("emit");
    }

    @Test
    void goesOnWithAStatementInTheNextLine() {
        assertThat(at("model Net() {\n area V1 = Cortex(3)\n ‸\n}")).contains("then", "from", "skip");
        assertThat(at("area A() {\n evolve leaky(tau)\n ‸\n}")).contains("using", "emit", "OPERATION");
    }

    @Test
    void wantsAUnitBehindANumber() {
        assertThat(at("area A() { emit(delay = 5 ‸) }")).contains("UNIT").doesNotContain("ARGUMENT");
    }

    @Test
    void tellsNamesOfArgumentsFromValues() {
        assertThat(at("area A() { conv(8, ‸) }")).contains("ARGUMENT", "VALUE", "true");
        assertThat(at("area A() { conv(kernel = ‸) }")).contains("VALUE").doesNotContain("ARGUMENT");
    }

    @Test
    void knowsWhatStandsBehindAKeyword() {
        assertThat(at("area A() { evolve ‸ }")).containsExactly("DYNAMICS");
        assertThat(at("area A() { receive ‸ }")).containsExactlyInAnyOrder("skip", "feedback");
        assertThat(at("model N() { skip ‸ }")).containsExactly("AREA");
        assertThat(at("model N() { skip A -> ‸ }")).containsExactly("AREA");
        assertThat(at("model N(a: ‸) {}")).containsExactly("TYPE");
        assertThat(at("solver s { ‸ }")).containsExactly("FIELD");
    }

    @Test
    void looksPastMistakesBeforeIt() {
        assertThat(at("model N(a: = = b {\n foo bar baz\n area A { conv(((8, = ; evolve ‸ }"))
                .containsExactly("DYNAMICS");
        assertThat(at("model N() {\n area = = 4 {\n conv(‸")).contains("ARGUMENT", "VALUE");
        assertThat(at("area A() { conv(8, kernel = * , ‸")).contains("ARGUMENT", "VALUE");
    }

    @Test
    void saysNothingInsideOfCommentsAndStrings() {
        assertThat(at("// ‸")).isEmpty();
        assertThat(at("/// a ‸ b\nmodel N() {}")).isEmpty();
        assertThat(at("model N() { require a, \"x ‸ y\" }")).isEmpty();
        assertThat(at("model N() { require a, \"x ‸")).isEmpty();
    }
}
