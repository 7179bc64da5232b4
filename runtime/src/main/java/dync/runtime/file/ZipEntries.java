package dync.runtime.file;

import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What an archive holds. */
public final class ZipEntries {
    private ZipEntries() {}

    /**
     * All entries; once they could be listed, each can be asked for by its name.
     *
     * @throws ZipException if a name or a comment is no text, for which Java itself has a programmer's exception
     */
    public static List<ZipEntry> of(ZipFile zip) throws ZipException {
        try {
            return zip.stream().<ZipEntry>map(entry -> entry).toList();
        } catch (IllegalArgumentException e) {
            ZipException damaged = new ZipException("a name or a comment in it is no text");
            damaged.initCause(e);
            throw damaged;
        }
    }
}
