package dync.data.pack;

import dync.data.ImageSize;
import dync.data.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG to pictures and back, with the reader and the writer of the Java platform. */
final class JpegCodec {
    private JpegCodec() {}

    static byte[] encode(Picture picture, float quality) {
        int channels = picture.channels();
        BufferedImage image = new BufferedImage(
                picture.width(),
                picture.height(),
                channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
        byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < picture.size(); i++) {
            bytes[swapped(i, channels)] = Unit.toByte(picture.values()[i]);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
                writer.setOutput(stream);
                writer.write(null, new IIOImage(image, null, null), parameters);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }

    /** Java keeps blue first. */
    private static int swapped(int value, int channels) {
        return channels == 3 ? value + 2 - 2 * (value % 3) : value;
    }

    static void decode(byte[] bytes, int length, ImageSize size, Picture into) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes, 0, length))) {
            reader.setInput(stream, true, true);
            // before anything is allocated for it
            if (reader.getWidth(0) != size.width() || reader.getHeight(0) != size.height()) {
                throw new IllegalArgumentException("a JPEG of " + reader.getHeight(0) + "×" + reader.getWidth(0)
                        + " pixels for an image of " + size);
            }
            BufferedImage image = reader.read(0);
            take(image, size, into);
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("no readable JPEG: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    private static void take(BufferedImage image, ImageSize size, Picture into) {
        int wanted = size.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        if (image.getType() != wanted) {
            throw new IllegalArgumentException(
                    "a JPEG with " + image.getRaster().getNumBands() + " channels for an image of " + size);
        }
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        into.shape(size.channels(), size.height(), size.width());
        float[] values = into.values();
        for (int i = 0; i < size.values(); i++) {
            values[i] = (pixels[swapped(i, size.channels())] & 0xff) / 255f;
        }
    }
}
