package dync.train.memory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How many bytes this process can take beyond what it holds: what the machine has available, or less where a control
 * group (a container, a job of a cluster) sets a limit. What a group caches of files counts as available.
 *
 * @param root of the file system, {@code /} outside of tests
 */
record Headroom(Path root) {
    private static final String GROUPS = "sys/fs/cgroup";

    /** Empty where the system does not tell. */
    Optional<Long> bytes() {
        return Stream.of(machine(), group(), olderGroup())
                .flatMap(Optional::stream)
                .min(Long::compare);
    }

    private Optional<Long> machine() {
        return read("proc/meminfo").flatMap(text -> Figures.kilobytes(text, "MemAvailable"));
    }

    /** The groups above this process, version 2; one that is not mounted here is the root as a container sees it. */
    private Optional<Long> group() {
        String own = read("proc/self/cgroup")
                .flatMap(text ->
                        text.lines().filter(line -> line.startsWith("0::")).findFirst())
                .map(line -> line.substring("0::/".length()))
                .orElse("");
        Path folder = root.resolve(GROUPS).resolve(own).normalize();
        Optional<Long> least = Optional.empty();
        while (folder.startsWith(root.resolve(GROUPS))) {
            Optional<Long> here = left(folder, "memory.max", "memory.current", "inactive_file");
            least = Stream.of(least, here).flatMap(Optional::stream).min(Long::compare);
            folder = folder.getParent();
        }
        return least;
    }

    private Optional<Long> olderGroup() {
        return left(
                root.resolve(GROUPS).resolve("memory"),
                "memory.limit_in_bytes",
                "memory.usage_in_bytes",
                "total_inactive_file");
    }

    private static Optional<Long> left(Path folder, String limit, String usage, String cached) {
        return number(folder.resolve(limit)).flatMap(most -> number(folder.resolve(usage))
                .map(used -> Math.max(
                        0,
                        most
                                - used
                                + MemoryUse.text(folder.resolve("memory.stat"))
                                        .flatMap(text -> Figures.plain(text, cached))
                                        .orElse(0L))));
    }

    /** Empty for {@code max}, which is no limit. */
    private static Optional<Long> number(Path file) {
        return MemoryUse.text(file)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,19}"))
                .map(Headroom::atMostLong);
    }

    private static long atMostLong(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException huge) {
            return Long.MAX_VALUE;
        }
    }

    private Optional<String> read(String file) {
        return MemoryUse.text(root.resolve(file));
    }
}
