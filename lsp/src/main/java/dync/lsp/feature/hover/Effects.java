package dync.lsp.feature.hover;

import dync.compiler.ast.Step;
import dync.compiler.describe.Figures;
import dync.lsp.analysis.Analysis;
import dync.lsp.analysis.Effect;
import java.util.List;

/** What a step does in the bodies that are made from its text. */
final class Effects {
    private Effects() {}

    static void tell(Page page, Analysis analysis, Step step) {
        // these let the flow pass
        boolean passes = step instanceof Step.Let
                || step instanceof Step.Weight
                || step instanceof Step.Require
                || step instanceof Step.Declare;
        List<Effect> effects = passes ? List.of() : Effect.of(analysis, step);
        boolean several = analysis.models().size() > 1;
        if (!effects.isEmpty()) {
            page.text("behind this step");
            page.items(effects.stream().map(effect -> item(effect, several)).toList());
        }
    }

    /** The flow that a step is given. */
    static void given(Page page, Analysis analysis, Step step) {
        boolean several = analysis.models().size() > 1;
        page.items(Effect.of(analysis, step).stream()
                .flatMap(effect -> effect.before().stream().map(shape -> where(effect, several) + "`" + shape + "`"))
                .toList());
    }

    private static String where(Effect effect, boolean several) {
        return (several ? effect.model() + " " : "") + effect.path() + ": ";
    }

    private static String item(Effect effect, boolean several) {
        return where(effect, several) + "`" + effect.shape() + "`"
                + (effect.parameters() > 0 ? ", " + Figures.of(effect.parameters(), "parameter") : "");
    }
}
