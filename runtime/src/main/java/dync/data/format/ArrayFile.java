package dync.data.format;

import java.nio.file.Path;
import java.util.Set;

/** Something that holds arrays by name. */
interface ArrayFile extends AutoCloseable {

    /** For messages. */
    Path path();

    /** The names of all arrays. */
    Set<String> names();

    /**
     * One of {@link #names}; it remains readable when the file is closed.
     *
     * @throws dync.runtime.BadFile if it is damaged or holds no plain numbers
     */
    NumberArray array(String name);

    @Override
    void close();
}
