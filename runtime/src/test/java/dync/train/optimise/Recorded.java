package dync.train.optimise;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values that PyTorch gave, see {@code make.py} beside the files. */
final class Recorded {
    private Recorded() {}

    static Map<String, double[]> rows(String file) {
        try (InputStream stream = Recorded.class.getResourceAsStream(file)) {
            Map<String, double[]> rows = new LinkedHashMap<>();
            new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] parts = line.split(",");
                rows.put(
                        parts[0],
                        Arrays.stream(parts)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
