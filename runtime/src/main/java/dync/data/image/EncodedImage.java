package dync.data.image;

import dync.data.ImageSize;
import dync.data.Picture;
import dync.data.image.ImageHeader.Format;
import dync.runtime.BadFile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes JPEG, PNG, GIF (its first picture) and BMP. The file's own beginning tells the format, not its name. Grey
 * values and colours come out as they are stored, 0 to 1, in 8 or 16 bits; alpha is left out; JPEG files in the colours
 * of printing become red, green and blue; pictures that a camera stored turned (EXIF) are turned upright.
 */
public final class EncodedImage {
    private static final long MOST_BYTES = 256L << 20;
    private static final int HEADER_BYTES = 1 << 16;

    /** What a pixel takes while it is decoded: 12 bytes of result, up to 8 as it is decoded, as much for the library. */
    private static final int BYTES_PER_PIXEL = 32;

    private EncodedImage() {}

    /**
     * The size that an image has when it is decoded, with the channels that are stored: 1 or 3. Reads little of the file.
     *
     * @throws BadFile if there is no image in one of the formats
     */
    public static ImageSize size(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(HEADER_BYTES);
            Optional<ImageHeader> header = ImageHeader.of(bytes, bytes.length);
            // long comments and previews come before the size
            if (header.isEmpty() && bytes.length == HEADER_BYTES) {
                byte[] all = contents(path);
                header = ImageHeader.of(all, all.length);
            }
            ImageHeader found = checked(path, header, bytes);
            int channels = found.channels() == 1 ? 1 : 3;
            return found.turned()
                    ? new ImageSize(channels, found.width(), found.height())
                    : new ImageSize(channels, found.height(), found.width());
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /**
     * Decodes a file.
     *
     * @param channels 1: colours become grey (0.299 red, 0.587 green, 0.114 blue); 3: grey becomes three equal values
     * @throws BadFile if it is damaged, in no known format, or has more pixels than there is memory for
     */
    public static void read(Path path, int channels, Picture into) {
        decode(path, contents(path), channels, into);
    }

    /**
     * Decodes what a file holds or held.
     *
     * @param path where it is from, for messages
     */
    public static void decode(Path path, byte[] bytes, int channels, Picture into) {
        ImageHeader header = checked(path, ImageHeader.of(bytes, bytes.length), bytes);
        if (header.format() == Format.PNG) {
            PngChunks.problem(bytes).ifPresent(problem -> {
                throw damaged(path, problem, null);
            });
        }
        if (header.format() == Format.JPEG && !JpegHeader.complete(bytes)) {
            throw damaged(path, "it is cut off", null);
        }
        try {
            Pixels.copy(decode(bytes, header), header, channels, into);
        } catch (IOException | RuntimeException e) {
            // the library answers damaged files with exceptions of many kinds
            throw damaged(path, reason(e), e);
        }
    }

    private static Pixels.Decoded decode(byte[] bytes, ImageHeader header) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(header.format().name()).next();
        String[] warning = {""};
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, text) -> {
                if (text.contains("remature end")) {
                    warning[0] = "it is cut off";
                }
            });
            Pixels.Decoded decoded;
            if (header.format() == Format.JPEG && header.channels() == 4) {
                Raster raster = reader.readRaster(0, null);
                decoded = new Pixels.Decoded(raster, Optional.empty());
            } else {
                BufferedImage image = reader.read(0);
                decoded = new Pixels.Decoded(image.getRaster(), Optional.of(image));
            }
            if (!warning[0].isEmpty()) {
                throw new IOException(warning[0]);
            }
            return decoded;
        } finally {
            reader.dispose();
        }
    }

    private static ImageHeader checked(Path path, Optional<ImageHeader> header, byte[] bytes) {
        if (header.isEmpty()) {
            throw new BadFile(
                    path,
                    bytes.length == 0
                            ? "is empty"
                            : "is no image in JPEG, PNG, GIF or BMP, or is cut off within its header",
                    "convert it to PNG or JPEG, or take it out of the folder");
        }
        ImageHeader found = header.get();
        long most = Runtime.getRuntime().maxMemory() / BYTES_PER_PIXEL;
        if (found.width() < 1 || found.height() < 1 || (long) found.width() * found.height() > most) {
            throw new BadFile(
                    path,
                    "announces " + found.width() + "×" + found.height() + " pixels; at least 1 and at most " + most
                            + " can be read with this memory",
                    "make it smaller, or give Java more memory by -Xmx");
        }
        return found;
    }

    private static byte[] contents(Path path) {
        try {
            if (Files.isDirectory(path)) {
                throw new BadFile(path, "is a folder and not an image", "take it out of the folder of images");
            }
            long size = Files.size(path);
            if (size > Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8)) {
                throw new BadFile(path, "is too large for an image: " + (size >> 20) + " MB", "make it smaller");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** What the library says, in the form of our messages. */
    private static String reason(Exception problem) {
        String text =
                problem.getMessage() == null ? "" : problem.getMessage().strip().replaceFirst("\\.+$", "");
        boolean sentence = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return text.isEmpty()
                ? "it does not decode"
                : sentence ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }

    private static BadFile damaged(Path path, String problem, Exception cause) {
        return new BadFile(
                path, "is damaged: " + problem, "bring the file here again, or take it out of the folder", cause);
    }

    private static BadFile unreadable(Path path, IOException problem) {
        if (Files.isDirectory(path)) {
            return new BadFile(path, "is a folder and not an image", "take it out of the folder of images", problem);
        }
        String reason = problem instanceof NoSuchFileException
                ? "is not there"
                : problem instanceof AccessDeniedException
                        ? "may not be read"
                        : "cannot be read: " + problem.getMessage();
        return new BadFile(path, reason, "check the file and your right to read it", problem);
    }
}
