package dync.settings;

import dync.settings.Schema.Choice;
import dync.settings.Schema.Field;
import dync.settings.Schema.Kinds;
import dync.settings.Schema.Section;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Derives a {@link Schema} from a record. A record that does not follow {@link Key} is a mistake of its author. */
final class Schemas {
    private Schemas() {}

    static Section of(Class<? extends Record> type) {
        return section(type);
    }

    private static Section section(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            if (key == null) {
                throw new IllegalArgumentException(type.getName() + "." + component.getName() + " has no @Key");
            }
            fields.add(new Field(snake(component.getName()), key, schema(component.getGenericType(), key), component));
        }
        return new Section(type, constructor(type), List.copyOf(fields));
    }

    private static Constructor<?> constructor(Class<?> type) {
        Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no canonical constructor", e);
        }
    }

    private static Schema schema(Type generic, Key key) {
        if (generic instanceof ParameterizedType parameterized) {
            Type[] of = parameterized.getActualTypeArguments();
            Class<?> raw = (Class<?>) parameterized.getRawType();
            if (raw == Optional.class) {
                return new Schema.Maybe(schema(of[0], key));
            }
            if (raw == List.class) {
                return new Schema.Several(schema(of[0], key));
            }
            if (raw == Partial.class) {
                return new Schema.Part(section((Class<?>) of[0]));
            }
            if (raw == Map.class && of[0] == String.class) {
                return new Schema.ByName(schema(of[1], key));
            }
            throw new IllegalArgumentException("a setting cannot be a " + generic);
        }
        return plain((Class<?>) generic, key);
    }

    private static Schema plain(Class<?> type, Key key) {
        if (type == int.class || type == Integer.class) {
            return new Schema.Whole(false, key.atLeast(), key.atMost());
        }
        if (type == long.class || type == Long.class) {
            return new Schema.Whole(true, key.atLeast(), key.atMost());
        }
        if (type == double.class || type == Double.class) {
            return new Schema.Real(key.atLeast(), key.above(), key.atMost(), key.unit());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Schema.Flag();
        }
        if (type == String.class) {
            return new Schema.Text(key.file());
        }
        if (type == Path.class) {
            return new Schema.File();
        }
        if (type.isEnum()) {
            return new Choice(
                    type,
                    Arrays.stream(type.getEnumConstants())
                            .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                            .toList());
        }
        Optional<Method> parse = parse(type);
        if (parse.isPresent()) {
            return new Schema.Notation(type, parse.get());
        }
        if (type.isSealed()) {
            return kinds(type);
        }
        if (type.isRecord()) {
            return section(type);
        }
        throw new IllegalArgumentException("a setting cannot be a " + type.getName());
    }

    private static Optional<Method> parse(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("parse"))
                .filter(method -> Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == type
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    private static Kinds kinds(Class<?> type) {
        // by name, since the compiler gives them in an order of its own where the interface does not list them
        Map<String, Section> sections = new TreeMap<>();
        for (Class<?> one : type.getPermittedSubclasses()) {
            if (one.isSealed()) {
                sections.putAll(kinds(one).sections());
            } else {
                sections.put(kindName(one), section(one));
            }
        }
        return new Kinds(type, Collections.unmodifiableMap(sections));
    }

    private static String kindName(Class<?> type) {
        Kind kind = type.getAnnotation(Kind.class);
        if (kind == null) {
            throw new IllegalArgumentException(type.getName() + " has no @Kind");
        }
        return kind.name().isEmpty() ? snake(type.getSimpleName()) : kind.name();
    }

    /** {@code weightDecay} and {@code WeightDecay} become {@code weight_decay}. */
    static String snake(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
