package dync.data.fetch;

import java.nio.file.Path;
import java.util.Optional;

/** What a file of a data set has to be. */
public sealed interface FileSum permits UnpackedSum, PublishedSum, FileSize {

    /** Its name. */
    String name();

    /** What is wrong with the file of this name in a folder; empty if nothing is. */
    Optional<String> problem(Path folder);
}
