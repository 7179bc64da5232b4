package dync.runtime.file;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What kept a file from being read or written, in words. */
public final class FileFault {
    private FileFault() {}

    /** Why something could not be done, to come behind a colon; a file that is to be written misses its folder. */
    public static String reason(Throwable failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failed instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    /** Why a file could not be read, as a sentence about it. */
    public static String reading(Throwable failed) {
        return failed instanceof NoSuchFileException ? "there is no such file" : "cannot be read: " + reason(failed);
    }
}
