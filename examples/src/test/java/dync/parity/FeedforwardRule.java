package dync.parity;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.Optional;

/** The networks without any state, which the reference cannot construct: run there by the detours of its notes. */
final class FeedforwardRule {
    /** No network of the reference has more blocks in a stage. */
    private static final int MOST_BLOCKS = 200;

    private static final Names ALEXNET = new Names()
            .map("(layer\\d)\\.conv\\.(\\w+)", "$1.conv.$2")
            .map("classifier\\.2\\.(\\w+)", "classifier.linear.$1")
            .map("classifier\\.5\\.(\\w+)", "classifier.linear_2.$1")
            .map("classifier\\.7\\.(\\w+)", "classifier.linear_3.$1")
            .map("n_residual_timesteps", "");

    private static final Names BASIC = residual("Basic");
    private static final Names BOTTLENECK = residual("Bottleneck");

    private FeedforwardRule() {}

    /** The reference never applies its rectifiers between the convolutions. */
    static Subject alexNet(ParityCase recorded) {
        Settings given = recorded.settings();
        given.ignore("init_with_pretrained", "pretrained", "dropout");
        return common(recorded, given, "AlexNet", ALEXNET)
                .set("rectified", false)
                .build();
    }

    static Subject resNet(ParityCase recorded) {
        Settings given = recorded.settings();
        int depth = Integer.parseInt(recorded.type().substring("ResNet".length()));
        given.ignore("num_classes", "weights", "pretrained", "stability_check");
        return common(
                        recorded,
                        given,
                        recorded.type(),
                        depth == 50 || depth == 101 || depth == 152 ? BOTTLENECK : BASIC)
                .build();
    }

    /** Three stages of any number of blocks. */
    static Subject threeStages(ParityCase recorded) {
        Settings given = recorded.settings();
        Optional<JsonArray> blocks = given.get("num_blocks").map(value -> value.getAsJsonArray());
        Subject.Builder subject = common(recorded, given, "ResNetx3", BASIC);
        for (int stage = 1; blocks.isPresent() && stage <= blocks.get().size(); stage++) {
            subject.set("blocks" + stage, blocks.get().get(stage - 1).getAsInt());
        }
        return subject.build();
    }

    private static Subject.Builder common(ParityCase recorded, Settings given, String model, Names names) {
        given.ignore("input_dims", "n_classes", "n_timesteps");
        given.complete();
        List<Long> stimulus = recorded.shape("input");
        return Subject.of(model, names)
                .size("", stimulus)
                .set("n_classes", recorded.shape("output").get(2))
                .set("n_timesteps", stimulus.get(1));
    }

    private static Names residual(String block) {
        Names names = new Names()
                .map(".*num_batches_tracked", "")
                .map("conv1\\.(\\w+)", "stem.conv.$1")
                .map("bn1\\.(\\w+)", "stem.batchnorm.$1")
                .map("(?:fc|classifier)\\.(\\w+)", "classifier.linear.$1");
        for (int index = 0; index < MOST_BLOCKS; index++) {
            String reference = "(layer\\d)\\." + index + "\\.";
            String here = "$1." + block + (index == 0 ? "" : "_" + (index + 1)) + ".";
            for (int part = 1; part <= 3; part++) {
                String number = part == 1 ? "" : "_" + part;
                names.map(reference + "conv" + part + "\\.(\\w+)", here + "conv" + number + ".$2")
                        .map(reference + "bn" + part + "\\.(\\w+)", here + "batchnorm" + number + ".$2");
            }
            names.map(reference + "(?:downsample|skip)\\.0\\.(\\w+)", here + "Shortcut.conv.$2")
                    .map(reference + "(?:downsample|skip)\\.1\\.(\\w+)", here + "Shortcut.batchnorm.$2");
        }
        return names;
    }
}
