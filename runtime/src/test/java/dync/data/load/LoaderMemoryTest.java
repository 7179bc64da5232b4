package dync.data.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dync.data.Split;
import dync.data.pack.PackListener;
import dync.data.pack.PackPlan;
import dync.data.pack.PackedDataset;
import dync.data.pack.Packer;
import dync.data.synthetic.Shapes;
import dync.data.transform.NormalisationSettings;
import dync.data.transform.Preparation;
import dync.data.transform.Preset;
import dync.data.transform.RandomResizedCrop;
import dync.data.transform.TransformSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderMemoryTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    /** A picture of this size has 12 kB; what is left is less than an object for each image. */
    @Test
    void preparingAnImageAllocatesNothing() {
        Path file = folder.resolve("a.pack");
        new Packer(new Shapes(3, 32, 32, 400, 4, 0), PackPlan.AS_THEY_ARE)
                .write(
                        file,
                        new PackListener() {
                            @Override
                            public void packed(int done, int all) {}

                            @Override
                            public void note(String line) {}
                        },
                        () -> false);
        TransformSettings transforms = new TransformSettings(
                List.of(new Preset.Base(), new RandomResizedCrop(32, 0.08, 1, 0.75, 1.3)),
                List.of(),
                new NormalisationSettings.OfSet());
        Preparation.Hands hands = new Preparation(PackedDataset.open(file), Split.TRAIN, transforms).hands();
        long least = Long.MAX_VALUE;
        // compiled code allocates less than interpreted code; the compiler needs a while
        for (int pass = 0; pass < 40; pass++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 400; i++) {
                hands.prepare(i, pass);
            }
            long after = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            least = Math.min(least, (after - before) / 400);
        }
        assertThat(least).as("bytes an image").isLessThan(32);
    }

    @Test
    void aPassOfManyBatchesTakesNoMoreNativeMemoryThanItsRing() {
        Loader loader = new Loader(new Shapes(3, 32, 32, 6000, 10, 0), Split.TRAIN, LoaderSettings.inOrder(100));
        try (PointerScope scope = new PointerScope();
                Pass pass = loader.pass(0, 0)) {
            long first = pass.next().images().data_ptr().address();
            int met = 0;
            while (pass.hasNext()) {
                met += pass.next().images().data_ptr().address() == first ? 1 : 0;
            }
            // two ahead and the one in use
            assertThat(met).isEqualTo(19);
        }
    }
}
