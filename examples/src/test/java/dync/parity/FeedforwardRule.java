package dync.parity;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;

/** The networks without any state, which the reference cannot construct: run there by the detours of its notes. */
final class FeedforwardRule {
    private FeedforwardRule() {}

    /** The reference never applies its rectifiers between the convolutions. */
    static Subject alexNet(ParityCase recorded) {
        Settings given = recorded.settings();
        given.ignore("init_with_pretrained", "pretrained", "dropout");
        return common(recorded, given, "AlexNet").set("rectified", false).build();
    }

    static Subject resNet(ParityCase recorded) {
        Settings given = recorded.settings();
        given.ignore("num_classes", "weights", "pretrained", "stability_check");
        return common(recorded, given, recorded.type()).build();
    }

    /** Three stages of any number of blocks. */
    static Subject threeStages(ParityCase recorded) {
        Settings given = recorded.settings();
        Optional<JsonArray> blocks = given.get("num_blocks").map(value -> value.getAsJsonArray());
        Subject.Builder subject = common(recorded, given, "ResNetx3");
        for (int stage = 1; blocks.isPresent() && stage <= blocks.get().size(); stage++) {
            subject.set("blocks" + stage, blocks.get().get(stage - 1).getAsInt());
        }
        return subject.build();
    }

    private static Subject.Builder common(ParityCase recorded, Settings given, String model) {
        given.ignore("input_dims", "n_classes", "n_timesteps");
        given.complete();
        List<Long> stimulus = recorded.shape("input");
        return Subject.of(model)
                .size("", stimulus)
                .set("n_classes", recorded.shape("output").get(2))
                .set("n_timesteps", stimulus.get(1));
    }
}
