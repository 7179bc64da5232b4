package dync.lsp.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dync.lsp.Caret;
import java.util.Optional;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureInformation;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static Optional<SignatureHelp> at(String text) {
        Caret caret = Caret.in(text);
        return Signatures.of(caret.snapshot(), caret.offset());
    }

    private static Optional<SignatureHelp> inArea(String steps) {
        return at(Caret.model("area V1 {\n        " + steps + "\n    }"));
    }

    /** What is shown, with the active parameter in brackets. */
    private static String shown(Optional<SignatureHelp> help) {
        SignatureInformation signature = help.orElseThrow().getSignatures().get(0);
        if (signature.getActiveParameter() >= signature.getParameters().size()) {
            return signature.getLabel();
        }
        ParameterInformation active = signature.getParameters().get(signature.getActiveParameter());
        int start = active.getLabel().getRight().getFirst();
        int end = active.getLabel().getRight().getSecond();
        String label = signature.getLabel();
        return label.substring(0, start) + "[" + label.substring(start, end) + "]" + label.substring(end);
    }

    @Test
    void showsTheParametersOfAnOperation() {
        assertThat(shown(inArea("conv(‸)"))).startsWith("conv([channels: int], kernel: int = 3, stride: int = 1, ");
        assertThat(shown(inArea("conv(8, ‸)"))).contains("[kernel: int = 3]");
        assertThat(shown(inArea("conv(8, stride = ‸2)"))).contains("[stride: int = 1]");
        assertThat(shown(inArea("conv(8, kernel = 3, groups = 2 + ‸)"))).contains("[groups: int = 1]");
        assertThat(inArea("conv(‸8)")
                        .orElseThrow()
                        .getSignatures()
                        .get(0)
                        .getDocumentation()
                        .getRight()
                        .getValue())
                .startsWith("2-D convolution.");
    }

    @Test
    void showsTheInnermostCall() {
        assertThat(shown(inArea("conv(max(1, ‸2), kernel = 3)"))).isEqualTo("max(value, [other], over: axes)");
        assertThat(shown(inArea("conv(max(1, 2), ‸kernel = 3)"))).contains("[kernel: int = 3]");
        assertThat(shown(inArea("conv((1 + ‸2))"))).contains("[channels: int]");
    }

    @Test
    void putsTheFlowFirstInExpressions() {
        assertThat(shown(inArea("let a = conv(‸it, 8)\n        add(a)"))).startsWith("conv([flow], channels: int");
        assertThat(shown(inArea("let a = it |> conv(‸8)\n        add(a)"))).startsWith("conv([channels: int]");
    }

    @Test
    void showsConnectionsTogetherWithTheirRecurrence() {
        assertThat(shown(inArea("recurrent(‸)"))).startsWith("recurrent([kind: connection?]");
        assertThat(shown(inArea("recurrent(full, ‸)"))).startsWith("recurrent(kind: connection?, [kernel: int = 3], ");
        assertThat(shown(inArea("recurrent(full, delay = ‸4 ms)"))).contains("[delay: time = 0 ms]");
    }

    @Test
    void showsStatements() {
        assertThat(shown(inArea("evolve leaky(‸tau)"))).isEqualTo("leaky([tau: time], state: state = committed)");
        assertThat(shown(inArea("evolve leaky(tau) using rk4(‸)"))).isEqualTo("rk4(substeps: int = 1)");
        assertThat(shown(inArea("emit(‸)"))).isEqualTo("emit([delay: time = 0 ms], initial: past = absent)");
        assertThat(shown(at("model N() { clock(2 ms, ‸) }"))).contains("[steps: int]");
        assertThat(shown(at("model N() { input more(1, 2, ‸) }"))).contains("[width: int]");
        assertThat(shown(at(Caret.model("area V1 { emit }\n    area V2 { emit }\n    skip V1 -> V2 (‸)"))))
                .startsWith("skip([delay: time = 0 ms]");
    }

    @Test
    void showsTemplatesAndVariants() {
        assertThat(shown(at(
                        Caret.model("area C(channels: int, stride: int = 1) { conv(channels, stride = stride); emit }\n"
                                + "    area V1 = C(8, ‸)"))))
                .isEqualTo("C(channels: int, [stride: int = 1])");
        assertThat(shown(at("model M = Net(tau = ‸)\n" + Caret.model("")))).isEqualTo("Net([tau: time = 10 ms])");
    }

    @Test
    void staysInParenthesesThatAreNotClosed() {
        assertThat(shown(inArea("conv(8, ‸\n        relu"))).contains("[kernel: int = 3]");
        assertThat(shown(inArea("conv(8, kernel = ‸\n        relu"))).contains("[kernel: int = 3]");
        assertThat(shown(at("model N() {\n    area V1 {\n        conv(8,‸"))).contains("[kernel: int = 3]");
    }

    @Test
    void showsNothingOutsideOfCalls() {
        assertThat(inArea("conv(8)‸")).isEmpty();
        assertThat(inArea("conv‸(8)")).isEmpty();
        assertThat(at("model N(a: ‸int) {}")).isEmpty();
        assertThat(inArea("weight w: [‸1] = ones")).isEmpty();
        assertThat(inArea("apply it * (1 + ‸2)")).isEmpty();
    }
}
