package dync.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a compressed file must unpack to. The contents are compared and not the archive, because the same contents are
 * published in archives that differ in their header (the one that Debian ships has no time stamp in it).
 *
 * @param name file name, ending in {@code .gz}
 * @param size number of bytes when unpacked
 * @param sha256 of the unpacked bytes, in hexadecimal
 */
public record UnpackedSum(String name, long size, String sha256) implements FileSum {

    @Override
    public Optional<String> problem(Path folder) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.of(name + " is not there");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long read = 0;
            for (int n = in.read(buffer); n >= 0 && read <= size; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                read += n;
            }
            if (read != size) {
                return Optional.of(name + " unpacks to " + (read > size ? "more than " + size : read)
                        + " bytes instead of " + size);
            }
            String sum = HexFormat.of().formatHex(digest.digest());
            return sum.equals(sha256)
                    ? Optional.empty()
                    : Optional.of(name + " has the SHA-256 sum " + sum + " instead of " + sha256);
        } catch (ZipException | java.io.EOFException e) {
            return Optional.of(name + " is damaged: it does not unpack as gzip");
        } catch (IOException e) {
            return Optional.of(name + " cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
