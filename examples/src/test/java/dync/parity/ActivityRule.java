package dync.parity;

import com.google.gson.JsonElement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Training steps with the reference's loss on activity: the monitors become penalties. The reference divides by the
 * number of monitors and by the number of calls, which is four a step where one nonlinearity serves four areas.
 */
final class ActivityRule {
    private static final Path MODELS =
            Path.of(System.getProperty("dync.root"), "examples", "src", "test", "dyn", "activity.dyn");
    private static final int AREAS_OF_X4 = 4;

    private static final Names NAMES = new Names()
            .map("addskip_layer2\\.conv\\.(\\w+)", "layer2.skip_layer1.conv.$1")
            .map("addskip_V4\\.conv\\.(\\w+)", "V4.skip_V1.conv.$1")
            .map("addskip_IT\\.conv\\.(\\w+)", "IT.skip_V2.conv.$1")
            .map("(\\w+)\\.recurrence\\.conv\\.(\\w+)", "$1.recurrent.conv.$2")
            .map("(\\w+)\\.conv\\.(weight|bias)", "$1.conv.$2")
            .map("(?:tau_(\\w+)|tstep_(\\w+)\\.tau)", "$1$2.tau_area")
            .map("classifier\\.2\\.(\\w+)", "classifier.linear.$1")
            .map("n_residual_timesteps", "");

    private ActivityRule() {}

    static Subject subject(ParityCase recorded) {
        if (!Set.of("DyRCNNx2", "DyRCNNx4").contains(recorded.type())) {
            throw new OutOfScope("no model with penalties for " + recorded.type());
        }
        Settings given = recorded.settings();
        given.ignore("input_dims", "n_classes", "n_timesteps", "shuffle_presentation_pattern", "criterion_params");
        given.complete();
        Map<String, String> monitors = recorded.monitors();
        Settings loss = criterion(recorded, "ActivityLoss");
        double order = loss.number("ord", 1);
        double weight = loss.number("weight", 1);
        loss.complete();
        int calls = monitors.containsKey("nonlin") ? AREAS_OF_X4 : 1;
        Subject.Builder subject = Subject.of(MODELS, recorded.type(), NAMES)
                .size("", recorded.shape("input"))
                .set("n_classes", recorded.shape("output").get(2))
                .set("weight", weight / (monitors.size() * calls))
                .set("p", Settings.written(order));
        String norm = order == 1 ? "l1" : order == 2 ? "l2" : "norm";
        monitors.forEach((module, kind) -> subject.set(module, kind.equals("signed") ? "balance" : norm));
        return subject.build();
    }

    /** The settings of one of the losses. */
    static Settings criterion(ParityCase recorded, String name) {
        List<JsonElement> criteria = recorded.stepSettings()
                .get("criterion_params")
                .map(list -> list.getAsJsonArray().asList())
                .orElse(List.of());
        return criteria.stream()
                .map(JsonElement::getAsJsonArray)
                .filter(pair -> pair.get(0).getAsString().equals(name))
                .map(pair -> new Settings(pair.get(1).getAsJsonObject()))
                .findFirst()
                .orElseThrow(() -> new OutOfScope("activity is monitored, and there is no " + name));
    }
}
