package dync.settings;

import dync.settings.Schema.Field;
import dync.settings.Written.Mapping;
import dync.settings.Written.Scalar;
import dync.settings.Written.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What settings are if nobody says, as if it had been written. */
final class Standards {
    private Standards() {}

    static Written of(Field field) {
        String text = field.meaning().standard();
        if (!text.isEmpty()) {
            return unplaced(YamlText.value(SettingsSource.value(SettingsSource.STANDARD.label(), text)));
        }
        Schema schema = field.schema();
        if (schema instanceof Schema.Section || schema instanceof Schema.ByName) {
            return new Mapping(Map.of(), Place.STANDARD);
        }
        return schema instanceof Schema.Several
                ? new Sequence(List.of(), Place.STANDARD)
                : new Scalar("", schema instanceof Schema.Text, Place.STANDARD);
    }

    private static Written unplaced(Written written) {
        if (written instanceof Scalar scalar) {
            return new Scalar(scalar.text(), scalar.quoted(), Place.STANDARD);
        }
        if (written instanceof Sequence sequence) {
            return new Sequence(
                    sequence.items().stream().map(Standards::unplaced).toList(), Place.STANDARD);
        }
        Map<String, Written.Entry> entries = new LinkedHashMap<>();
        ((Mapping) written)
                .entries()
                .forEach((key, entry) -> entries.put(key, new Written.Entry(Place.STANDARD, unplaced(entry.value()))));
        return new Mapping(entries, Place.STANDARD);
    }
}
