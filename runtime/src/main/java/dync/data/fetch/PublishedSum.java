package dync.data.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file with the MD5 sum that its publisher states. It tells damage, and not an attacker, which MD5 no longer does.
 *
 * @param name file name
 * @param md5 of the file as it is, in hexadecimal
 */
public record PublishedSum(String name, String md5) implements FileSum {
    @Override
    public Optional<String> problem(Path folder) {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.of(name + " is not there");
        }
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            String sum = HexFormat.of().formatHex(digest.digest());
            return sum.equals(md5)
                    ? Optional.empty()
                    : Optional.of(name + " has the MD5 sum " + sum + " instead of " + md5);
        } catch (IOException e) {
            return Optional.of(name + " cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
