package dync.runtime.weights.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The few functions that rebuild tensors and dictionaries, by what they mean; any other call yields a thing. */
final class Calls {
    private static final Set<String> TENSORS =
            Set.of("torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_tensor");
    /** They wrap their first argument. */
    private static final Set<String> WRAPPERS = Set.of(
            "torch._utils._rebuild_parameter",
            "torch._utils._rebuild_parameter_with_state",
            "torch.jit._pickle.restore_type_tag");

    private Calls() {}

    static Object call(Object function, Object arguments) throws Broken {
        if (!(function instanceof Thing callee) || !(arguments instanceof List<?> given)) {
            return new Thing("an object of no known class", true);
        }
        String name = callee.type();
        if (TENSORS.contains(name)) {
            return tensor(given);
        }
        if (WRAPPERS.contains(name) && !given.isEmpty()) {
            return given.get(0);
        }
        if (name.equals("collections.OrderedDict")) {
            return dictionary(given);
        }
        return new Thing(name, true);
    }

    private static View tensor(List<?> given) throws Broken {
        if (given.size() >= 4
                && given.get(0) instanceof Storage storage
                && given.get(1) instanceof Long offset
                && given.get(2) instanceof List<?> sizes
                && given.get(3) instanceof List<?> strides) {
            return new View(storage, offset, numbers(sizes), numbers(strides));
        }
        throw new Broken("a tensor is not made of a storage, an offset, sizes and strides");
    }

    private static List<Long> numbers(List<?> given) throws Broken {
        List<Long> numbers = new ArrayList<>();
        for (Object number : given) {
            if (!(number instanceof Long whole)) {
                throw new Broken("a size or stride of a tensor is no whole number");
            }
            numbers.add(whole);
        }
        return numbers;
    }

    private static Dict dictionary(List<?> given) throws Broken {
        Dict dict = new Dict();
        if (!given.isEmpty() && given.get(0) instanceof List<?> pairs) {
            for (Object pair : pairs) {
                if (!(pair instanceof List<?> entry) || entry.size() != 2) {
                    throw new Broken("an OrderedDict is not made of pairs");
                }
                dict.put(entry.get(0), entry.get(1));
            }
        }
        return dict;
    }

    /** What the file refers to from outside its pickle: {@code ('storage', class, key, device, count, …)}. */
    static Storage storage(Object reference) throws Broken {
        if (reference instanceof List<?> parts
                && parts.size() >= 5
                && "storage".equals(parts.get(0))
                && parts.get(1) instanceof Thing type
                && parts.get(2) instanceof String key
                && parts.get(4) instanceof Long count
                && count >= 0) {
            if (parts.size() > 5 && parts.get(5) != Thing.NONE) {
                throw new Broken("storages that look into other storages are not read");
            }
            return new Storage(key, type.type().substring(type.type().lastIndexOf('.') + 1), count);
        }
        throw new Broken("what should be a storage is none");
    }
}
