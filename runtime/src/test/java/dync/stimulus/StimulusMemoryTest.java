package dync.stimulus;

import static org.assertj.core.api.Assertions.assertThat;

import dync.runtime.Stimulus;
import dync.runtime.Tensors;
import dync.runtime.device.Threads;
import dync.stimulus.Noisy.Change;
import dync.stimulus.course.ContrastRamp;
import dync.stimulus.course.Rapid;
import dync.stimulus.course.Span;
import dync.stimulus.course.TimeCourse;
import dync.stimulus.noise.GaussianNoise;
import dync.stimulus.noise.NoiseLevel;
import dync.stimulus.noise.NoiseLevel.Over;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The garbage collector frees no native memory in the run of this class (pom.xml): what is not let go stays, and shows. */
@Tag("memory")
class StimulusMemoryTest {
    private static final int RUNS = 400;
    private static final int STEPS = 12;
    private static final long MEGABYTE = 1 << 20;

    private Tensor images;

    @BeforeEach
    void open() {
        Threads.use(1);
        images = Tensors.waves(ScalarType.Float, 4, 3, 16, 16);
    }

    @AfterEach
    void close() {
        images.close();
    }

    private void flat(TimeCourse course, Appearance appearance) {
        Schedule schedule = Schedule.of(course.moments(STEPS, 2, new Random(0)), 2, 0, 0);
        repeat(RUNS / 4, schedule, appearance);
        long before = Pointer.physicalBytes();
        repeat(RUNS, schedule, appearance);
        // a frame is 12 kB: one that is not let go in each run comes to 5 MB
        assertThat(Pointer.physicalBytes() - before).isLessThan(3 * MEGABYTE);
    }

    private void repeat(int times, Schedule schedule, Appearance appearance) {
        for (int run = 0; run < times; run++) {
            try (PointerScope batch = new PointerScope()) {
                Stimulus stimulus = schedule.stimulus(images, appearance, new Place(0, run, run));
                for (int step = 0; step < STEPS; step++) {
                    try (PointerScope tile = new PointerScope()) {
                        assertThat(stimulus.frame("input", step).size(0)).isEqualTo(4);
                    }
                }
            }
        }
    }

    @Test
    void aSceneThatGoesIsLetGo() {
        flat(new Rapid(4, Span.steps(2), Span.steps(1), Span.NONE), Appearance.plain(0));
        flat(new ContrastRamp(Span.steps(1), 0, 1, Span.steps(8)), Appearance.plain(0.5f));
    }

    @Test
    void noiseThatGoesOnIsLetGoWithTheRun() {
        NoiseLevel level = new NoiseLevel(1, Over.IMAGE);
        for (Change change : Change.values()) {
            Noisy noisy = Noisy.seeded(new GaussianNoise(), level, change, 1).withBackground();
            flat(new Rapid(2, Span.steps(3), Span.steps(1), Span.steps(1)), Appearance.noisy(noisy, 0));
        }
    }
}
