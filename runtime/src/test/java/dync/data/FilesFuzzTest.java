package dync.data;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whole files of every format with a few bytes changed, cut or doubled: each is read or refused, and nothing else. */
class FilesFuzzTest {
    private static final Map<SampleSet, byte[]> WHOLE = new EnumMap<>(SampleSet.class);

    private static Path root;

    @BeforeContainer
    static void writeWholeFiles() throws IOException {
        root = Files.createTempDirectory("dync-fuzz");
        for (SampleSet set : SampleSet.values()) {
            WHOLE.put(set, set.whole(Files.createDirectory(root.resolve(set.name()))));
        }
    }

    @AfterContainer
    static void remove() throws IOException {
        delete(root);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Property(tries = 600)
    void aDamagedFileIsReadOrRefused(@ForAll SampleSet set, @ForAll long seed) throws IOException {
        Path folder = Files.createTempDirectory(root, "damaged");
        try {
            set.readWith(folder, damage(WHOLE.get(set), new Random(seed)));
        } catch (UserError refused) {
            assertThat(refused).hasMessageContaining(folder.toString());
            assertThat(refused.help()).isPresent();
        } finally {
            delete(folder);
        }
    }

    private static byte[] damage(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(6);
        // headers are at the beginning, and what is in them matters most
        int reach = random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length;
        for (int i = 0; i < changes; i++) {
            int[] usual = {0, 1, 0x7f, 0x80, 0xff, random.nextInt(256)};
            bytes[random.nextInt(reach)] = (byte) usual[random.nextInt(usual.length)];
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> Arrays.copyOf(bytes, bytes.length + random.nextInt(100));
            case 2 -> {
                int from = random.nextInt(bytes.length);
                int length = Math.min(bytes.length - from, 1 + random.nextInt(8));
                System.arraycopy(bytes, from, bytes, random.nextInt(bytes.length - length + 1), length);
                yield bytes;
            }
            default -> bytes;
        };
    }
}
