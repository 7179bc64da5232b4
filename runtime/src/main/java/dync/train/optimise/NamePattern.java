package dync.train.optimise;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import dync.runtime.weights.Weight;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Names of weights, as {@code V1.*} or {@code *.recurrent*}: a star stands for any letters, dots too. */
record NamePattern(String text) {

    boolean matches(String name) {
        String regex = Pattern.quote(text).replace("*", "\\E.*\\Q");
        return name.matches(regex);
    }

    /**
     * Those of the weights that it names.
     *
     * @param purpose what they are named for, as in {@code freeze}
     * @throws UserError if there are none, or none that is trained
     */
    List<Weight> among(Collection<Weight> weights, String purpose) {
        List<Weight> named =
                weights.stream().filter(weight -> matches(weight.name())).toList();
        List<String> names = weights.stream().map(Weight::name).toList();
        if (named.isEmpty()) {
            throw new UserError(purpose + " '" + text + "' names no weight of the model", help(names));
        }
        return named;
    }

    /** The weight that has the nearest name, or part of a name between dots. */
    private String help(List<String> names) {
        Map<String, String> known = new LinkedHashMap<>();
        for (String name : names) {
            known.putIfAbsent(name, name);
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                known.putIfAbsent(name.substring(0, dot), name);
            }
            List.of(name.split("\\.")).forEach(part -> known.putIfAbsent(part, name));
        }
        String plain = text.replace("*", "").replaceAll("^\\.+|\\.+$", "");
        return Nearest.to(plain, known.keySet())
                .map(near -> "the nearest is '" + known.get(near) + "'; a star stands for any letters, dots too")
                .orElseGet(() -> "there are: " + String.join(", ", names));
    }
}
