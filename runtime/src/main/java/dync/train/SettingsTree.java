package dync.train;

import dync.stimulus.Presentation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@link TrainingSettings} as keys and values. */
final class SettingsTree {
    private SettingsTree() {}

    static Map<String, Object> of(TrainingSettings settings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("epochs", settings.epochs());
        tree.put("batch", settings.batch());
        tree.put("learning_rate", settings.learningRate());
        tree.put("optimizer", optimizer(settings.optimizer()));
        tree.put("clip", settings.clip());
        tree.put("seed", settings.seed());
        tree.put("limit", settings.limit());
        tree.put("test_limit", settings.testLimit());
        tree.put("steps", settings.steps());
        tree.put("presentation", presentation(settings.presentation()));
        tree.put("readout", settings.readout());
        tree.put("device", settings.device());
        tree.put("threads", settings.threads());
        tree.put("checkpoint_every", settings.checkpointEvery());
        return tree;
    }

    private static Map<String, Object> optimizer(OptimizerSettings settings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", settings.kind().name().toLowerCase(Locale.ROOT));
        tree.put("momentum", settings.momentum());
        tree.put("beta1", settings.beta1());
        tree.put("beta2", settings.beta2());
        tree.put("epsilon", settings.epsilon());
        tree.put("weight_decay", settings.weightDecay());
        return tree;
    }

    private static Map<String, Object> presentation(Presentation presentation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("pattern", presentation.pattern());
        tree.put("reaction_time_ms", presentation.reactionTimeMs());
        // a float as a double would show digits that nobody wrote
        tree.put("blank", Double.parseDouble(Float.toString(presentation.blank())));
        tree.put("shuffled", presentation.shuffled());
        return tree;
    }

    static TrainingSettings read(Tree tree) {
        TrainingSettings settings = TrainingSettings.builder()
                .epochs(tree.small("epochs"))
                .batch(tree.small("batch"))
                .learningRate(tree.number("learning_rate"))
                .optimizer(readOptimizer(tree.child("optimizer")))
                .clip(tree.number("clip"))
                .seed(tree.whole("seed"))
                .limit(tree.small("limit"))
                .testLimit(tree.small("test_limit"))
                .steps(tree.small("steps"))
                .presentation(readPresentation(tree.child("presentation")))
                .readout(tree.text("readout"))
                .device(tree.text("device"))
                .threads(tree.small("threads"))
                .checkpointEvery(tree.small("checkpoint_every"))
                .build();
        tree.finish();
        return settings;
    }

    private static OptimizerSettings readOptimizer(Tree tree) {
        String name = tree.text("kind");
        OptimizerKind kind = Arrays.stream(OptimizerKind.values())
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Tree.Unfit("there is no optimizer '" + name + "'"));
        OptimizerSettings settings = new OptimizerSettings(
                kind,
                tree.number("momentum"),
                tree.number("beta1"),
                tree.number("beta2"),
                tree.number("epsilon"),
                tree.number("weight_decay"));
        tree.finish();
        return settings;
    }

    private static Presentation readPresentation(Tree tree) {
        Presentation presentation = Presentation.parse(
                tree.text("pattern"),
                tree.number("reaction_time_ms"),
                (float) tree.number("blank"),
                tree.flag("shuffled"));
        tree.finish();
        return presentation;
    }
}
