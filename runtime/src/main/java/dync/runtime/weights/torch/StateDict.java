package dync.runtime.weights.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tensors of a saved object: of a dictionary of tensors, or of the one that training programs keep in a larger
 * dictionary, beside epochs and optimisers.
 *
 * @param tensors by name
 * @param notes which part was taken
 */
record StateDict(Map<String, View> tensors, List<String> notes) {
    /** What training programs call it, the surest first. */
    private static final List<String> NAMES = List.of("state_dict", "model_state_dict", "model_state", "model", "net");

    static StateDict of(Object root) throws Broken {
        if (root instanceof Thing thing) {
            throw new Broken("it holds an object of " + thing.type()
                    + ", not a dictionary of tensors; save its weights alone: torch.save(model.state_dict(), …)");
        }
        if (!(root instanceof Dict dict)) {
            throw new Broken("it holds no dictionary of tensors");
        }
        if (isState(dict)) {
            return new StateDict(tensors(dict), List.of());
        }
        Map<String, Dict> inner = new LinkedHashMap<>();
        dict.entries().forEach((name, value) -> {
            if (value instanceof Dict nested && isState(nested)) {
                inner.put(name, nested);
            }
        });
        String name = NAMES.stream()
                .filter(inner::containsKey)
                .findFirst()
                .or(() -> inner.size() == 1 ? inner.keySet().stream().findFirst() : Optional.empty())
                .orElseThrow(() -> new Broken(
                        inner.isEmpty()
                                ? "it holds no dictionary of tensors"
                                : "it holds several dictionaries of tensors: " + String.join(", ", inner.keySet())
                                        + "; save the one that is meant alone"));
        List<String> others = new ArrayList<>(dict.entries().keySet());
        others.remove(name);
        return new StateDict(
                tensors(inner.get(name)),
                List.of("of the file, '" + name + "' is read"
                        + (others.isEmpty() ? "" : ", and not " + String.join(", ", others))));
    }

    /** Tensors, and perhaps other things among them; the other things are then an error. */
    private static boolean isState(Dict dict) {
        return dict.entries().values().stream().anyMatch(View.class::isInstance);
    }

    private static Map<String, View> tensors(Dict dict) throws Broken {
        Map<String, View> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : dict.entries().entrySet()) {
            if (!(entry.getValue() instanceof View view)) {
                throw new Broken("'" + entry.getKey() + "' is " + kind(entry.getValue()) + " and not a tensor");
            }
            tensors.put(entry.getKey(), view);
        }
        return tensors;
    }

    private static String kind(Object value) {
        if (value instanceof Thing thing) {
            return thing.equals(Thing.NONE) ? "nothing" : (thing.made() ? "an object of " : "") + thing.type();
        }
        return value instanceof Dict ? "a dictionary" : value instanceof List<?> ? "a list" : "a text or number";
    }
}
