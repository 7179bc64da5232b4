package dync.parity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A layer between two convolutions, from the constructor call by which the metadata names it. */
final class Middle {
    private static final Pattern CALL = Pattern.compile("(?:torch\\.)?nn\\.(\\w+)\\(([^)]*)\\)");

    private Middle() {}

    /** @return a block of its own, so that its weights are named alike whatever it is; empty for the identity */
    static Optional<String> step(String constructor) {
        Matcher call = CALL.matcher(constructor);
        if (!call.matches()) {
            throw new OutOfScope("the layer " + constructor);
        }
        String[] arguments = call.group(2).split(",\\s*");
        String step =
                switch (call.group(1)) {
                    case "GroupNorm" -> "groupnorm(" + arguments[0] + ")";
                    case "BatchNorm2d" -> "batchnorm";
                    case "ReLU" -> "relu";
                    case "Identity" -> "";
                    default -> throw new OutOfScope("the layer " + constructor);
                };
        return Optional.of(step).filter(written -> !written.isEmpty());
    }
}
