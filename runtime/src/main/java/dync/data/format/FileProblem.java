package dync.data.format;

import dync.runtime.BadFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Says of a file what kept it from being read. */
final class FileProblem {
    static final String MEND = "bring the file here again, or make sure that it is what it should be";

    private FileProblem() {}

    static BadFile of(Path path, IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return new BadFile(path, "is not there", MEND, problem);
        }
        if (problem instanceof AccessDeniedException) {
            return new BadFile(path, "may not be read", "give yourself the right to read it: chmod u+r", problem);
        }
        if (Files.isDirectory(path)) {
            return new BadFile(path, "is a folder and not a file", "give the file itself", problem);
        }
        if (problem instanceof ZipException || problem instanceof EOFException) {
            return new BadFile(path, "is cut off or damaged: it does not unpack", MEND, problem);
        }
        return new BadFile(path, "cannot be read: " + problem.getMessage(), "check the file and the disk", problem);
    }

    /** The size of a file, which has to be one. */
    static long size(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new BadFile(path, "is a folder and not a file", "give the file itself");
            }
            return Files.size(path);
        } catch (IOException e) {
            throw of(path, e);
        }
    }
}
