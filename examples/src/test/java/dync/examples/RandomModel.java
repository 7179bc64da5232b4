package dync.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Writes models that nobody would write: any wiring, delays, dynamics and solvers that the language allows. */
final class RandomModel {
    private static final List<String> RECURRENCES = List.of("none", "self", "full", "depthpointwise", "pointdepthwise");
    private static final List<String> SOLVERS = List.of("euler", "heun", "midpoint", "rk4", "euler(substeps = 3)");
    private static final List<String> STEPS = List.of(
            "relu", "batchnorm", "layernorm", "apply it * 0.5 + in * 0.5", "apply tanh(it)", "softplus", "residual");
    private static final List<String> THENS =
            List.of("", " then maxpool(2)", " then meanpool(3, stride = 2, padding = 1)", " then relu");

    private final Random random;
    private final int areas;

    RandomModel(long seed) {
        random = new Random(seed);
        areas = 1 + random.nextInt(4);
    }

    String text() {
        StringJoiner text = new StringJoiner("\n");
        text.add("model Random(tau: time = 5 ms) {");
        text.add("    clock(step = 1 ms, steps = 9, idle = %d, truncate = %d)"
                .formatted(random.nextInt(3), random.nextInt(3) == 0 ? 4 : 0));
        text.add("    input(2, 8, 8)");
        text.add("    block residual() {");
        text.add("        let before = relu(it)");
        text.add("        relu");
        text.add("        conv(in.channels, init = uniform(0.2))");
        text.add("        add(before)");
        text.add("    }");
        for (int i = 0; i < areas; i++) {
            area(text, i);
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            wire(text);
        }
        text.add("    readout answer { avgpool; flatten; linear(3, init = uniform(0.5)) }");
        if (random.nextBoolean()) {
            text.add("    readout early from A0 { avgpool; flatten }");
        }
        return text.add("}").toString();
    }

    private void area(StringJoiner text, int number) {
        text.add("    area A%d {".formatted(number));
        if (random.nextBoolean()) {
            text.add("        weight tau_area: time = tau, trainable = " + random.nextBoolean());
        } else {
            text.add("        let tau_area = tau");
        }
        text.add("        conv(%d, init = uniform(0.3))".formatted(2 + random.nextInt(2)));
        if (random.nextInt(3) > 0) {
            text.add("        recurrent(%s, delay = %d ms, combine = %s)"
                    .formatted(of(RECURRENCES), 1 + random.nextInt(4), integration()));
        }
        List<String> receives = new ArrayList<>(List.of("        receive skip", "        receive feedback"));
        receives.forEach(text::add);
        if (random.nextInt(4) > 0) {
            String dynamics =
                    random.nextInt(3) == 0 ? "adapting(tau = %s, tau_a = 20 ms, strength = 0.4" : "leaky(tau = %s";
            String tau = dynamics.startsWith("leaky") ? "tau_area" : "tau";
            text.add("        evolve " + dynamics.formatted(tau) + (random.nextBoolean() ? ", state = own" : "")
                    + ") using " + of(SOLVERS));
        }
        for (int i = 0; i < random.nextInt(3); i++) {
            String step = of(STEPS);
            text.add("        " + (step.contains("in *") ? "relu" : step));
        }
        text.add("        emit(delay = %d ms%s)"
                .formatted(random.nextInt(3), random.nextInt(4) == 0 ? ", initial = zero" : ""));
        text.add("    }" + of(THENS));
    }

    private void wire(StringJoiner text) {
        int from = random.nextInt(areas);
        int to = random.nextInt(areas);
        if (from == to) {
            return;
        }
        text.add("    %s A%d -> A%d (delay = %d ms, combine = %s)"
                .formatted(
                        from < to ? "skip" : "feedback",
                        from,
                        to,
                        from < to ? random.nextInt(4) : 1 + random.nextInt(4),
                        integration()));
    }

    private String integration() {
        return random.nextInt(3) == 0 ? "multiplicative" : "additive";
    }

    private String of(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
