package dync.data.pack;

import dync.data.ImageSize;
import dync.data.Picture;
import dync.runtime.UserError;

/** How the image of a sample is stored. */
public sealed interface Encoding {
    /** The name in a file. */
    String name();

    /** The bytes of a picture whose values are from 0 to 1. */
    byte[] encode(Picture picture);

    /**
     * Reads what {@link #encode} made.
     *
     * @param bytes the sample, from the beginning of the array
     * @param size as the index says
     * @param into its room for bytes may be that of {@code bytes}
     * @throws IllegalArgumentException if the bytes are not such an image of this size; the message says why
     */
    void decode(byte[] bytes, int length, ImageSize size, Picture into);

    /**
     * The encoding of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Encoding of(String name) {
        return switch (name) {
            case "raw" -> new Raw();
            case "jpeg" -> new Jpeg(Jpeg.QUALITY);
            default -> throw new IllegalArgumentException("has images in an unknown encoding '" + name + "'");
        };
    }

    /** A byte for each value, row by row, the channels of a pixel side by side. */
    record Raw() implements Encoding {
        private static final Unit UNIT = new Unit();

        @Override
        public String name() {
            return "raw";
        }

        @Override
        public byte[] encode(Picture picture) {
            byte[] bytes = new byte[picture.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = Unit.toByte(picture.values()[i]);
            }
            return bytes;
        }

        @Override
        public void decode(byte[] bytes, int length, ImageSize size, Picture into) {
            if (length != size.values()) {
                throw new IllegalArgumentException(length + " bytes for an image of " + size);
            }
            into.shape(size.channels(), size.height(), size.width());
            UNIT.read(bytes, length, into.values());
        }
    }

    /**
     * JPEG, which loses what is hard to see.
     *
     * @param quality 1 to 100; matters for writing alone
     */
    record Jpeg(int quality) implements Encoding {
        /** What is usual. */
        public static final int QUALITY = 90;

        /** Checks the range. */
        public Jpeg {
            if (quality < 1 || quality > 100) {
                throw new UserError("a JPEG quality of " + quality + " is not possible", "give 1 to 100, usually 90");
            }
        }

        @Override
        public String name() {
            return "jpeg";
        }

        @Override
        public byte[] encode(Picture picture) {
            return JpegCodec.encode(picture, quality / 100f);
        }

        @Override
        public void decode(byte[] bytes, int length, ImageSize size, Picture into) {
            JpegCodec.decode(bytes, length, size, into);
        }
    }
}
