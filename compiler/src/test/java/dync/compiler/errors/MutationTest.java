package dync.compiler.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.TerminalRenderer;
import dync.compiler.library.ModuleFinder;
import dync.compiler.parse.Mutations;
import dync.compiler.source.Source;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever stands in a file, the compiler answers within a second of work, and it answers with diagnostics. */
class MutationTest {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src/test/dyn"), Path.of("../examples"), Path.of("../stdlib/src/main/resources"));
    /** The library's deepest network has 1202 layers and a file with it takes the compiler longer than any other. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void two_thousand_broken_files_are_answered() throws IOException {
        run(0, 2_000);
    }

    @Test
    @Tag("long")
    void a_hundred_thousand_broken_files_are_answered() throws IOException {
        run(2_000, 102_000);
    }

    @Test
    void files_that_no_hand_wrote_are_answered() throws IOException {
        spoil(1_000, 20_261_122);
    }

    @Test
    @Tag("long")
    void twenty_thousand_files_that_no_hand_wrote_are_answered() throws IOException {
        spoil(20_000, 20_261_123);
    }

    private static void spoil(int times, int seed) throws IOException {
        Mutations mutations = new Mutations(texts(), seed);
        for (int i = 0; i < times; i++) {
            answer(mutations.next(), i);
        }
    }

    private static void run(int from, int to) throws IOException {
        List<String> texts = texts();
        for (int seed = from; seed < to; seed++) {
            String text = Mutation.of(texts.get(seed % texts.size()), seed);
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            answer(text, seed);
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            assertThat(worked).as("time for seed %d:%n%s", seed, text).isLessThan(LONGEST);
        }
    }

    private static void answer(String text, int seed) {
        try {
            Compilation compilation = Compilation.of(new Source("mutant.dyn", text), ModuleFinder.none());
            compilation.checkAll();
            List<Diagnostic> found = compilation.diagnostics();
            new TerminalRenderer(false).render(found);
            if (!compilation.hasErrors()) {
                compilation.models().forEach(model -> assertThat(compilation.model(model, List.of()))
                        .as("a file without errors compiles, seed %d:%n%s", seed, text)
                        .isPresent());
            }
        } catch (RuntimeException | StackOverflowError thrown) {
            throw new AssertionError("seed " + seed + ":\n" + text, thrown);
        }
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".dyn")
                                && !path.toString().contains("target"))
                        .sorted()
                        .toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(50);
        return texts;
    }
}
