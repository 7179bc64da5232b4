package dync.bench;

import dync.data.Split;
import dync.data.load.Loader;
import dync.data.load.LoaderSettings;
import dync.data.load.Pass;
import dync.data.pack.PackedDataset;
import dync.data.transform.Preparation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;

/** The process of a {@link Contender}: passes of our loader, with two workers, through a packed file. */
public final class LoadingPasses {
    private LoadingPasses() {}

    /** @param arguments the task and the file */
    public static void main(String[] arguments) throws IOException {
        LoadingTask task = LoadingTask.valueOf(arguments[0]);
        Preparation preparation =
                new Preparation(PackedDataset.open(Path.of(arguments[1])), Split.TRAIN, task.transforms());
        Loader loader = new Loader(preparation, LoaderSettings.shuffled(LoadingTask.BATCH, 1));
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long number = 0;
        for (String request = requests.readLine(); request != null; request = requests.readLine()) {
            System.out.println(request.equals("step") ? seconds(loader, number++) : 0);
        }
    }

    private static double seconds(Loader loader, long number) {
        long start = System.nanoTime();
        try (Pass pass = loader.pass(number, 0)) {
            while (pass.hasNext()) {
                try (PointerScope scope = new PointerScope()) {
                    pass.next();
                }
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
