package dync.settings;

import dync.runtime.Nearest;
import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be meant by a key that there is not. */
final class Advice {
    private static final int FEW = 4;
    private static final Pattern ELEMENT = Pattern.compile("(.+)\\[\\d*\\]");

    private final Section root;

    Advice(Section root) {
        this.root = root;
    }

    /**
     * How to mend a key.
     *
     * @param section where it was written
     * @param among the kinds of which the section is one
     */
    String on(String key, Section section, Optional<Kinds> among) {
        if (key.equals("<<")) {
            return "YAML 1.2 merges nothing; write what is common once and what differs as profiles";
        }
        Matcher element = ELEMENT.matcher(key);
        if (element.matches() && section.field(element.group(1)).isPresent()) {
            return "a list is written whole: " + element.group(1) + "=[…]";
        }
        int dot = key.indexOf('.');
        if (dot > 0 && section.field(key.substring(0, dot)).isPresent()) {
            return "in a file it is written " + key.replace(".", ": {") + ": …"
                    + "}".repeat(key.split("\\.").length - 1);
        }
        List<String> other = among.map(kinds -> kinds.having(key)).orElse(List.of());
        if (!other.isEmpty()) {
            return "this is " + among.orElseThrow().name(section) + "; " + String.join(", ", other)
                    + (other.size() == 1 ? " has it" : " have it");
        }
        List<String> elsewhere = paths(key);
        boolean near = Nearest.to(key, section.keys()).isPresent();
        boolean brief = section.keys().size() <= FEW && !section.equals(root);
        return near || brief || elsewhere.isEmpty() || elsewhere.size() > FEW
                ? Nearest.advice(key, section.keys())
                : "did you mean " + String.join(" or ", elsewhere) + "?";
    }

    /** All settings with this name that are not in lists. */
    private List<String> paths(String key) {
        List<String> found = new ArrayList<>();
        search(root, key, "", found);
        return found.stream().distinct().toList();
    }

    private static void search(Schema schema, String key, String path, List<String> found) {
        if (schema instanceof Schema.Maybe maybe) {
            search(maybe.of(), key, path, found);
        } else if (schema instanceof Kinds kinds) {
            kinds.sections().values().forEach(section -> search(section, key, path, found));
        } else if (schema instanceof Section section) {
            for (Field field : section.fields()) {
                String inner = path.isEmpty() ? field.key() : path + "." + field.key();
                if (field.key().equals(key)) {
                    found.add(inner);
                }
                search(field.schema(), key, inner, found);
            }
        }
    }
}
