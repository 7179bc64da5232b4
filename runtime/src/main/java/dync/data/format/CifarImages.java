package dync.data.format;

import dync.data.Images;
import dync.data.Picture;
import dync.runtime.BadFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The images of one or several files of CIFAR, one after the other; the files are mapped. */
final class CifarImages implements Images {
    static final int SIDE = 32;

    private static final int AREA = SIDE * SIDE;
    private final int labelBytes;
    private final int recordBytes;
    private final List<Bytes> files = new ArrayList<>();
    private final int[] firsts;
    private final int size;

    /**
     * Maps the files and checks their labels.
     *
     * @param labelBytes bytes before the pixels, the last of which is the label
     * @throws BadFile if a file is missing, cut off, or has a label without a class
     */
    CifarImages(List<Path> paths, int labelBytes, int classes) {
        this.labelBytes = labelBytes;
        this.recordBytes = labelBytes + 3 * AREA;
        this.firsts = new int[paths.size()];
        int count = 0;
        for (Path path : paths) {
            firsts[files.size()] = count;
            files.add(map(path));
            count += check(path, files.get(files.size() - 1), classes);
        }
        this.size = count;
    }

    private Bytes map(Path path) {
        long length = FileProblem.size(path);
        if (length == 0 || length % recordBytes != 0 || length > Integer.MAX_VALUE) {
            throw new BadFile(
                    path,
                    "is no file of CIFAR, or cut off: its " + length
                            + " bytes are no whole number of images, which take " + recordBytes + " each",
                    "take the binary version of the set, and unpack it again");
        }
        try {
            return Bytes.map(path, 0, length);
        } catch (IOException e) {
            throw FileProblem.of(path, e);
        }
    }

    private int check(Path path, Bytes file, int classes) {
        int count = (int) (file.length() / recordBytes);
        for (int i = 0; i < count; i++) {
            int label = file.unsigned((long) i * recordBytes + labelBytes - 1);
            if (label >= classes) {
                throw new BadFile(
                        path,
                        "gives image " + i + " the label " + label + "; the " + classes + " classes are 0 to "
                                + (classes - 1),
                        "take the binary version of the set, and unpack it again");
            }
        }
        return count;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int label(int index) {
        int file = file(index);
        return files.get(file).unsigned((long) (index - firsts[file]) * recordBytes + labelBytes - 1);
    }

    @Override
    public void read(int index, Picture into) {
        int file = file(index);
        Bytes bytes = files.get(file);
        long from = (long) (index - firsts[file]) * recordBytes + labelBytes;
        into.shape(3, SIDE, SIDE);
        float[] values = into.values();
        for (int c = 0; c < 3; c++) {
            for (int p = 0; p < AREA; p++) {
                values[3 * p + c] = bytes.unsigned(from++) / 255f;
            }
        }
    }

    private int file(int index) {
        java.util.Objects.checkIndex(index, size);
        int file = firsts.length - 1;
        while (firsts[file] > index) {
            file--;
        }
        return file;
    }
}
