package dync.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One setting: a component of a record. Its key is the component's name in snake_case: {@code weightDecay} is written
 * {@code weight_decay}.
 *
 * <p>A component is an {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String}, {@code Path} or an enum;
 * a record of further settings; a sealed interface of records, chosen by {@code kind} (see {@link Kind}); an
 * {@code Optional}, a {@code List} or a {@code Map} from names, of any of these.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /** Stands for a setting that has to be given. */
    String REQUIRED = "\0";

    /** What it means: a phrase in lower case without a full stop, as it is shown in editors and messages. */
    String value();

    /**
     * What it is if nobody says, written as in YAML: {@code 2e-3}, {@code 10 ms}, {@code adam}, {@code [1, 2]}. An empty
     * text stands for an empty optional, list or map, or a section with nothing but its own standards.
     */
    String standard() default REQUIRED;

    /** The smallest number that is allowed. */
    double atLeast() default Double.NEGATIVE_INFINITY;

    /** The number that it has to exceed. */
    double above() default Double.NEGATIVE_INFINITY;

    /** The largest number that is allowed. */
    double atMost() default Double.POSITIVE_INFINITY;

    /** The unit of a {@code double}, {@code ms} or {@code deg}; then a value is written with its unit, as {@code 10 ms}. */
    String unit() default "";

    /**
     * Whether a text may be the path of a file: one with a slash, or the name of a file that is there, begins in the folder
     * of the file in which it was written.
     */
    boolean file() default false;

    /** Whether it may stand for its whole section: {@code data: shapes} for {@code data: {set: shapes}}. */
    boolean main() default false;
}
