package dync.data;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** The files that numpy, h5py and Pillow wrote for the tests; {@code make.py} beside them says how. */
public final class Samples {
    private Samples() {}

    public static Path path(String name) {
        try {
            URL found = Samples.class.getResource(name);
            if (found == null) {
                throw new AssertionError("there is no sample " + name);
            }
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The rule by which the pixels of the arrays were made. */
    public static int pixel(int image, int row, int column, int channel) {
        return (37 * image + 11 * row + 5 * column + 60 * channel) % 256;
    }
}
