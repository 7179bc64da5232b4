package dync.data.image;

import dync.data.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Optional;

/** Brings decoded pixels into a picture: upright, from 0 to 1, with as many channels as are asked for. */
final class Pixels {
    /**
     * What a decoder yields.
     *
     * @param image empty where there are only samples: the colours of printing
     */
    record Decoded(Raster raster, Optional<BufferedImage> image) {}

    private final Raster raster;
    private final ImageHeader header;
    private final float[] row;

    private Pixels(Raster raster, ImageHeader header) {
        this.raster = raster;
        this.header = header;
        this.row = new float[3 * raster.getWidth()];
    }

    static void copy(Decoded decoded, ImageHeader header, int channels, Picture into) {
        Raster raster = decoded.raster();
        int height = raster.getHeight();
        int width = raster.getWidth();
        into.shape(channels, header.turned() ? width : height, header.turned() ? height : width);
        Pixels pixels = new Pixels(raster, header);
        for (int y = 0; y < height; y++) {
            if (decoded.image().isPresent()) {
                pixels.readRow(decoded.image().get(), y);
            } else {
                pixels.readPrinted(y);
            }
            pixels.place(y, channels, into);
        }
    }

    private void readRow(BufferedImage image, int y) {
        boolean samples = image.getColorModel() instanceof ComponentColorModel;
        int type = raster.getDataBuffer().getDataType();
        if (samples
                && type == DataBuffer.TYPE_BYTE
                && raster.getSampleModel() instanceof PixelInterleavedSampleModel s) {
            readBytes((DataBufferByte) raster.getDataBuffer(), s, y);
        } else if (samples && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)) {
            readSamples(y, type == DataBuffer.TYPE_BYTE ? 1 / 255f : 1 / 65535f);
        } else {
            readColours(image, y);
        }
    }

    /** The usual case, without a detour: what JPEG and 8-bit PNG decode to. */
    private void readBytes(DataBufferByte buffer, PixelInterleavedSampleModel model, int y) {
        byte[] data = buffer.getData();
        int[] bands = model.getBandOffsets();
        boolean colour = bands.length > 2;
        int at = buffer.getOffset()
                + (y - raster.getSampleModelTranslateY()) * model.getScanlineStride()
                - raster.getSampleModelTranslateX() * model.getPixelStride();
        for (int i = 0; i < row.length; i += 3) {
            for (int c = 0; c < 3; c++) {
                row[i + c] = (data[at + bands[colour ? c : 0]] & 0xff) / 255f;
            }
            at += model.getPixelStride();
        }
    }

    private void readSamples(int y, float scale) {
        int bands = raster.getNumBands();
        int[] samples = raster.getPixels(0, y, raster.getWidth(), 1, (int[]) null);
        for (int x = 0; x < raster.getWidth(); x++) {
            for (int c = 0; c < 3; c++) {
                row[3 * x + c] = samples[x * bands + (bands > 2 ? c : 0)] * scale;
            }
        }
    }

    /** Palettes and packed pixels. */
    private void readColours(BufferedImage image, int y) {
        int[] colours = image.getRGB(0, y, raster.getWidth(), 1, null, 0, raster.getWidth());
        for (int x = 0; x < colours.length; x++) {
            row[3 * x] = (colours[x] >> 16 & 0xff) / 255f;
            row[3 * x + 1] = (colours[x] >> 8 & 0xff) / 255f;
            row[3 * x + 2] = (colours[x] & 0xff) / 255f;
        }
    }

    /**
     * Cyan, magenta, yellow and black, or YCbCr and black. Adobe stores them inverted, as all who write such files do;
     * without its marker they are taken as they are. No profile is applied.
     */
    private void readPrinted(int y) {
        boolean inverted = header.adobe() >= 0;
        int[] samples = raster.getPixels(0, y, raster.getWidth(), 1, (int[]) null);
        for (int x = 0; x < raster.getWidth(); x++) {
            float a = samples[4 * x];
            float b = samples[4 * x + 1];
            float c = samples[4 * x + 2];
            float black = inverted ? samples[4 * x + 3] : 255 - samples[4 * x + 3];
            if (header.adobe() == 2) {
                float luma = a;
                float blue = b - 128;
                float red = c - 128;
                // what libjpeg calls CMY is 255 - RGB of this, and stored inverted once more
                a = 255 - clamp(luma + 1.402f * red);
                b = 255 - clamp(luma - 0.344136f * blue - 0.714136f * red);
                c = 255 - clamp(luma + 1.772f * blue);
            }
            float scale = black / (255f * 255f);
            row[3 * x] = (inverted ? a : 255 - a) * scale;
            row[3 * x + 1] = (inverted ? b : 255 - b) * scale;
            row[3 * x + 2] = (inverted ? c : 255 - c) * scale;
        }
    }

    private static float clamp(float value) {
        return Math.max(0, Math.min(255, value));
    }

    private void place(int y, int channels, Picture into) {
        int last = raster.getWidth() - 1;
        int bottom = raster.getHeight() - 1;
        float[] values = into.values();
        for (int x = 0; x <= last; x++) {
            int at =
                    switch (header.orientation()) {
                        case 2 -> into.at(y, last - x);
                        case 3 -> into.at(bottom - y, last - x);
                        case 4 -> into.at(bottom - y, x);
                        case 5 -> into.at(x, y);
                        case 6 -> into.at(x, bottom - y);
                        case 7 -> into.at(last - x, bottom - y);
                        case 8 -> into.at(last - x, y);
                        default -> into.at(y, x);
                    };
            float red = row[3 * x];
            float green = row[3 * x + 1];
            float blue = row[3 * x + 2];
            if (channels == 3) {
                values[at] = red;
                values[at + 1] = green;
                values[at + 2] = blue;
            } else {
                values[at] = red == green && green == blue ? red : 0.299f * red + 0.587f * green + 0.114f * blue;
            }
        }
    }
}
