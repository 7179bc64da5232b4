package dync.bench;

import dync.Dyn;
import dync.data.Dataset;
import dync.data.Split;
import dync.data.load.Batch;
import dync.data.load.LoadSettings;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.load.Pass;
import dync.data.pack.PackListener;
import dync.data.pack.PackPlan;
import dync.data.pack.PackedDataset;
import dync.data.pack.Packer;
import dync.data.synthetic.Shapes;
import dync.data.transform.NormalisationSettings;
import dync.data.transform.Preparation;
import dync.data.transform.Preset;
import dync.data.transform.TransformSettings;
import dync.runtime.DynModel;
import dync.runtime.Recording;
import dync.runtime.Responses;
import dync.runtime.Stimulus;
import dync.train.loss.CrossEntropyOverTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Forward and backward passes of DyRCNNx4 on batches from the loader: what they take, and what of it is waiting. */
final class DataWait {
    private static final int BATCH = 32;

    private DataWait() {}

    static void tell(int steps) throws IOException {
        Path file = Files.createTempFile("dync-wait", PackedDataset.ENDING);
        try {
            new Packer(new Shapes(3, 32, 32, BATCH * (steps + 2), 10, 1), PackPlan.AS_THEY_ARE)
                    .write(file, silent(), () -> false);
            System.out.printf("%-34s %12s %16s%n", "DyRCNNx4, 20 steps, batch 32", "s a step", "waiting for data");
            Dyn dyn = Dyn.compile("dyn.models.DyRCNNx4")
                    .set("n_classes", "10")
                    .set("height", "32")
                    .set("width", "32")
                    .set("n_timesteps", "20");
            try (DynModel model = dyn.load()) {
                model.initialise(1);
                for (int workers : new int[] {0, 1, 2}) {
                    run(model, PackedDataset.open(file), workers);
                }
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void run(DynModel model, Dataset set, int workers) {
        TransformSettings augmented =
                new TransformSettings(List.of(new Preset.Base()), List.of(), new NormalisationSettings.OfSet());
        Loader loader = new Loader(
                new Preparation(set, Split.TRAIN, augmented),
                LoaderSettings.shuffled(BATCH, 1).with(new LoadSettings(workers, 2, false)));
        long start = 0;
        long waited = 0;
        int counted = 0;
        try (Pass pass = loader.pass(0, 0)) {
            while (pass.hasNext()) {
                // the first two steps warm up
                if (counted == 2) {
                    start = System.nanoTime();
                    waited = pass.waitedNanos();
                }
                try (PointerScope scope = new PointerScope()) {
                    train(model, pass.next());
                }
                counted++;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %12.3f %14.2f %%%n",
                    workers + (workers == 1 ? " worker" : " workers"),
                    seconds / (counted - 2),
                    100 * (pass.waitedNanos() - waited) / 1e9 / seconds);
        }
    }

    private static void train(DynModel model, Batch batch) {
        int steps = model.info().steps();
        Tensor labels = torch.zeros(new long[] {batch.size(), steps}).to(torch.ScalarType.Long);
        try (Responses responses = model.forward(Stimulus.still(batch.images(), steps), Recording.none())) {
            Tensor answers = responses.answer(responses.answers().iterator().next());
            CrossEntropyOverTime.of(answers, labels).backward();
        }
    }

    private static PackListener silent() {
        return new PackListener() {
            @Override
            public void packed(int done, int all) {}

            @Override
            public void note(String line) {}
        };
    }
}
