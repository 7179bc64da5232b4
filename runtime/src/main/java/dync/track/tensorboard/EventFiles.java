package dync.track.tensorboard;

import dync.track.Entry;
import dync.track.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Event files in a folder, a new one each time that a run is begun or continued; TensorBoard reads them as one run. Texts
 * are Markdown, settings appear in the tab HPARAMS; files of the run are not copied, they are in its folder.
 */
public final class EventFiles implements Sink {
    private final Path folder;
    private final OptionalLong from;
    private final List<String> compared;
    private Optional<RecordFile> file = Optional.empty();
    private boolean settings;

    /**
     * @param folder made when the first entry comes
     * @param from the first step that is written, where a run is continued: what earlier files hold from there on no
     *     longer counts
     * @param compared names of scalars that runs are compared by in the tab HPARAMS
     */
    public EventFiles(Path folder, OptionalLong from, List<String> compared) {
        this.folder = folder;
        this.from = from;
        this.compared = List.copyOf(compared);
    }

    @Override
    public String name() {
        return "TensorBoard";
    }

    @Override
    public void write(List<Entry> entries) throws IOException {
        RecordFile records = open();
        List<Message> messages = new ArrayList<>();
        if (records.isEmpty()) {
            messages.add(Events.version(Instant.now()));
            from.ifPresent(step -> messages.add(Events.restart(step, Instant.now())));
        }
        for (Entry entry : entries) {
            messages.addAll(messages(entry));
        }
        records.append(messages);
    }

    private List<Message> messages(Entry entry) {
        if (entry instanceof Entry.Scalar scalar) {
            return List.of(Events.of(scalar));
        } else if (entry instanceof Entry.Histogram histogram) {
            return List.of(Events.of(histogram));
        } else if (entry instanceof Entry.Image image) {
            return List.of(Events.of(image));
        } else if (entry instanceof Entry.Text text) {
            return List.of(Events.of(text));
        } else if (entry instanceof Entry.Hyperparameters chosen) {
            settings = true;
            return Hparams.begin(chosen, compared);
        }
        return List.of();
    }

    private RecordFile open() throws IOException {
        if (file.isEmpty()) {
            Files.createDirectories(folder);
            Instant now = Instant.now();
            // TensorBoard reads the files of a folder in the order of their names
            file = Optional.of(new RecordFile(folder.resolve(String.format(
                    "events.out.tfevents.%010d.dync.%d.%09d",
                    now.getEpochSecond(), ProcessHandle.current().pid(), now.getNano()))));
        }
        return file.get();
    }

    @Override
    public void close(Ending ending) throws IOException {
        if (file.isPresent()) {
            if (settings) {
                file.get().append(List.of(Hparams.end(ending, Instant.now())));
            }
            file.get().close();
        }
    }
}
