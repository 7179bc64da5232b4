package dync.train.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadroomTest {
    private static final long KB = 1024;

    @TempDir
    Path root;

    @Test
    void without_a_group_it_is_what_the_machine_has_available() throws IOException {
        write("proc/meminfo", "MemTotal:       100 kB\nMemFree:         10 kB\nMemAvailable:    60 kB\n");
        write("proc/self/cgroup", "0::/\n");

        assertThat(new Headroom(root).bytes()).contains(60 * KB);
    }

    @Test
    void a_group_without_a_limit_sets_none() throws IOException {
        write("proc/meminfo", "MemAvailable:    60 kB\n");
        group("job", "max", "10", "");

        assertThat(new Headroom(root).bytes()).contains(60 * KB);
    }

    @Test
    void the_tightest_of_the_groups_above_the_process_counts() throws IOException {
        write("proc/meminfo", "MemAvailable:    60 kB\n");
        write("proc/self/cgroup", "0::/slurm/job\n");
        group("slurm", "3000", "1000", "");
        group("slurm/job", "50000", "10000", "");

        assertThat(new Headroom(root).bytes()).contains(2000L);
    }

    @Test
    void files_that_a_group_caches_can_go() throws IOException {
        write("proc/self/cgroup", "0::/job\n");
        group("job", "3000", "2000", "anon 500\ninactive_file 700\n");

        assertThat(new Headroom(root).bytes()).contains(1700L);
    }

    @Test
    void groups_of_the_older_kind_count_too() throws IOException {
        write("proc/meminfo", "MemAvailable:    60 kB\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "5000\n");
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", "1000\n");

        assertThat(new Headroom(root).bytes()).contains(4000L);
    }

    @Test
    void a_system_that_tells_nothing_refuses_nothing() {
        assertThat(new Headroom(root).bytes()).isEmpty();
    }

    @Test
    void this_machine_has_some() {
        assertThat(new Headroom(Path.of("/")).bytes())
                .hasValueSatisfying(bytes -> assertThat(bytes).isPositive());
    }

    private void group(String name, String limit, String used, String stat) throws IOException {
        write("sys/fs/cgroup/" + name + "/memory.max", limit + "\n");
        write("sys/fs/cgroup/" + name + "/memory.current", used + "\n");
        write("sys/fs/cgroup/" + name + "/memory.stat", stat);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
