package dync.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that is one of the kinds of a sealed interface. It is written {@code {kind: adam, beta1: 0.9}}, or just
 * {@code adam} where nothing else is to be said. Its name is that of the record in snake_case.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** What it is: a phrase in lower case without a full stop, with its source where it has one. */
    String value();

    /** Another name than that of the record. */
    String name() default "";
}
