package dync.settings;

import dync.settings.Written.Entry;
import dync.settings.Written.Mapping;
import dync.settings.Written.Scalar;
import dync.settings.Written.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a YAML text into {@link Written}, with the place of every key and value. */
final class YamlText {
    /** Characters; an experiment has a few thousand. */
    static final int LARGEST = 4_000_000;

    private static final int DEEPEST = 50;
    private static final int MOST_VALUES = 100_000;

    private final SettingsSource source;
    private final LoadSettings yaml;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int values;

    private YamlText(SettingsSource source) {
        this.source = source;
        this.yaml = LoadSettings.builder()
                .setLabel(source.label())
                .setCodePointLimit(LARGEST)
                .setMaxAliasesForCollections(MOST_VALUES)
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .build();
    }

    /** @throws BadSettings if it is no YAML, a key appears twice, or keys are no names */
    static Mapping mapping(SettingsSource source) {
        Written written = value(source);
        if (written instanceof Mapping mapping) {
            return mapping;
        }
        if (written instanceof Scalar scalar && scalar.isNothing()) {
            return new Mapping(Map.of(), written.place());
        }
        throw BadSettings.of(
                written.place(), "these are no settings", "write keys with their values, as in training: {epochs: 3}");
    }

    /** A text of any form, an empty one standing for nothing. */
    static Written value(SettingsSource source) {
        YamlText reader = new YamlText(source);
        Written written = reader.compose();
        if (!reader.problems.isEmpty()) {
            throw new BadSettings(reader.problems);
        }
        return written;
    }

    private Written compose() {
        Place start = new Place(source, 1, 1, 1);
        if (source.text().length() > LARGEST) {
            throw BadSettings.of(
                    start,
                    "this is too long for settings: " + source.text().length() + " characters",
                    "give an experiment; images and weights have files of their own");
        }
        try {
            form();
            return new Compose(yaml)
                    .composeString(source.text())
                    .map(this::convert)
                    .orElseGet(() -> new Scalar("", false, new Place(source, 1, 1, 0)));
        } catch (MarkedYamlEngineException e) {
            throw noYaml(e.getProblemMark().map(this::place).orElse(start), e.getProblem());
        } catch (ReaderException e) {
            throw BadSettings.of(
                    at(e.getPosition()),
                    String.format("there is a character that does not print: U+%04X", e.getCodePoint()),
                    "give a text");
        } catch (YamlVersionException e) {
            throw BadSettings.of(start, "this is YAML of another version", "leave out the line with %YAML");
        } catch (YamlEngineException e) {
            throw noYaml(start, e.getMessage());
        }
    }

    private BadSettings noYaml(Place place, String problem) {
        // the engine's remark about indents is only right for tabs
        String what = problem.replaceFirst("\\. \\(Do not use .*", "").replace("character '\\t(TAB)'", "a tab");
        return BadSettings.of(place, "this is no YAML: " + what, mending(place, what));
    }

    private Place at(int position) {
        String before = source.text().substring(0, source.text().offsetByCodePoints(0, position));
        return new Place(
                source,
                (int) before.chars().filter(sign -> sign == '\n').count() + 1,
                before.length() - before.lastIndexOf('\n'),
                1);
    }

    /** What most often is the matter. */
    private String mending(Place place, String problem) {
        if (source.line(place.line()).orElse("").contains("\t")) {
            return "indent with spaces, not tabs";
        }
        if (problem.contains("alias")) {
            return "write it out";
        }
        return problem.contains("cannot start any token")
                ? "put the value into quotes"
                : "look for a quote or bracket that is not closed, a colon without a space, or a wrong indent";
    }

    /**
     * Refuses what would take too long or too deep to look at, or would be ignored.
     *
     * @throws BadSettings at the first of it
     */
    private void form() {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(yaml).parseString(source.text())) {
            if (event instanceof CollectionStartEvent) {
                depth++;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw BadSettings.of(place(event), "here begins a second document", "give each a file of its own");
            }
            if (depth > DEEPEST) {
                throw BadSettings.of(place(event), "this is nested more than " + DEEPEST + " times", "write it flat");
            }
            tag(event).ifPresent(tag -> {
                throw BadSettings.of(
                        place(event),
                        "values have no types here, such as " + tag.replace("tag:yaml.org,2002:", "!!"),
                        "leave it out");
            });
        }
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(new Place(source, 1, 1, 1));
    }

    private static Optional<String> tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    }

    private Written convert(Node node) {
        Place place = place(node);
        if (++values > MOST_VALUES) {
            throw BadSettings.of(
                    place,
                    "these are more than " + MOST_VALUES + " values",
                    "write out what is meant, without * and &");
        }
        if (node instanceof ScalarNode scalar) {
            return new Scalar(scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, place);
        }
        if (!open.add(node)) {
            problems.add(new Problem(place, "this contains itself", "write it out"));
            return new Scalar("", false, place);
        }
        try {
            return node instanceof MappingNode mapping
                    ? mapping(mapping, place)
                    : new Sequence(
                            ((SequenceNode) node)
                                    .getValue().stream().map(this::convert).toList(),
                            place);
        } finally {
            open.remove(node);
        }
    }

    private Mapping mapping(MappingNode node, Place place) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            Place key = place(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                problems.add(new Problem(key, "a key is a name", "write key: value"));
                continue;
            }
            Entry before = entries.putIfAbsent(name.getValue(), new Entry(key, convert(tuple.getValueNode())));
            if (before != null) {
                problems.add(new Problem(
                        key,
                        "'" + Excerpt.of(name.getValue()) + "' stands here a second time; the first is in line "
                                + before.key().line(),
                        "leave one of the two"));
            }
        }
        return new Mapping(entries, place);
    }

    private Place place(Node node) {
        Place start = node.getStartMark().map(this::place).orElse(new Place(source, 1, 1, 0));
        int length = node.getEndMark()
                .filter(end -> end.getLine() + 1 == start.line())
                .map(end -> end.getColumn() + 1 - start.column())
                .orElse(1);
        return new Place(source, start.line(), start.column(), length);
    }

    private Place place(Mark mark) {
        return new Place(source, mark.getLine() + 1, mark.getColumn() + 1, 1);
    }
}
