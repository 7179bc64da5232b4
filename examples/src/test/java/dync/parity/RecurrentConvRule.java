package dync.parity;

import java.util.List;
import java.util.Map;

/** The reference's recurrent layer alone, with what it passes on to the next. */
final class RecurrentConvRule {
    private RecurrentConvRule() {}

    static Subject subject(ParityCase recorded) {
        Settings given = recorded.settings();
        RecurrentLayer layer = new RecurrentLayer(given, recorded.parameters(), recorded.hasGaps("input"));
        List<Long> shape = recorded.shape("input");
        int steps = Math.toIntExact(shape.get(1));
        Written text = new Written("Layer", layer.clock(), steps)
                .input("input", shape, recorded.hasGaps("input"))
                .line("area response {")
                .lines(layer.steps())
                .line("emit(delay = " + layer.delay(steps) + ")")
                .line("record(delayed)")
                .line("}")
                .line("readout all { flatten }");
        Names names = layer.names(new Names(), "", "response");
        given.complete();
        return Subject.of(text.file(), "Layer", names)
                .responses(Map.of("delayed", "response.delayed"))
                .build();
    }
}
