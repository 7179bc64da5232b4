package dync.data;

import dync.runtime.Nearest;
import dync.runtime.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Classes that are studied together, by the names or ids that the classes have in their set and not by their position in
 * it: a folder with other classes beside them, or in another order, has the same groups.
 */
public final class ClassGroups {
    /** Stands for every class. */
    public static final String ALL = "all";

    private static final String RESOURCE = "groups.yaml";

    private final Map<String, Map<String, List<String>>> bySet;

    private ClassGroups(Map<String, Map<String, List<String>>> bySet) {
        this.bySet = bySet;
    }

    /** The groups that come with dync. */
    public static ClassGroups standard() {
        try (InputStream in = ClassGroups.class.getResourceAsStream(RESOURCE)) {
            Map<String, Map<String, List<String>>> sets = new LinkedHashMap<>();
            Map<?, ?> read = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            read.forEach((set, groups) -> sets.put(set.toString(), groups((Map<?, ?>) groups)));
            return new ClassGroups(sets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> groups(Map<?, ?> read) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        read.forEach((name, classes) -> groups.put(
                name.toString(),
                ((List<?>) classes).stream().map(Object::toString).toList()));
        return groups;
    }

    /** The names of the groups of a set, or of those whose classes it has all; {@link #ALL} among them. */
    public Set<String> names(Dataset set) {
        Set<String> names = new TreeSet<>(fitting(set).keySet());
        names.add(ALL);
        return names;
    }

    /**
     * The classes of a group.
     *
     * @throws UserError if the set has no such group
     */
    public List<String> classes(Dataset set, String group) {
        if (group.equals(ALL)) {
            return set.classIds();
        }
        List<String> classes = fitting(set).get(group);
        if (classes == null) {
            throw new UserError(
                    set.name() + " has no group of classes '" + group + "'",
                    Nearest.advice(group, names(set)) + " Any classes can be listed in 'classes'");
        }
        return classes;
    }

    /** How many classes each group has, by {@code set/group}. */
    Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        bySet.forEach((set, groups) -> groups.forEach((group, classes) ->
                sizes.put(set + "/" + group, Set.copyOf(classes).size())));
        return sizes;
    }

    private Map<String, List<String>> fitting(Dataset set) {
        List<String> known = new ArrayList<>(set.classIds());
        known.addAll(set.classes());
        Map<String, List<String>> fitting = new LinkedHashMap<>();
        bySet.forEach((name, groups) -> groups.forEach((group, classes) -> {
            if (known.containsAll(classes) && (name.equals(set.name()) || !fitting.containsKey(group))) {
                fitting.put(group, classes);
            }
        }));
        return fitting;
    }
}
