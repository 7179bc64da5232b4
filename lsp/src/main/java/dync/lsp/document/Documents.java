package dync.lsp.document;

import dync.compiler.library.ModuleFinder;
import dync.compiler.source.Source;
import dync.lsp.text.Encoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * The texts that a client has open. What is open hides what is on disk. Changes come one after another, on the thread that
 * reads the client's messages; any thread may look.
 */
public final class Documents {
    private final Map<String, Document> open = new ConcurrentHashMap<>();
    private final Encoding encoding;
    private final StandardLibrary standard;
    private final Folders folders;

    /** For a client that has no folder open. */
    public Documents(Encoding encoding, StandardLibrary standard) {
        this(encoding, standard, new Folders(leftOut -> {}));
    }

    public Documents(Encoding encoding, StandardLibrary standard, Folders folders) {
        this.encoding = encoding;
        this.standard = standard;
        this.folders = folders;
    }

    public Document open(String uri, int version, String text) {
        Source source = standard.source(uri)
                .map(module -> new Source(module.name(), text, true))
                .orElseGet(() -> new Source(Uris.name(uri), text));
        Document document = new Document(uri, version, source);
        open.put(uri, document);
        return document;
    }

    /** Makes an editor's changes; empty where the text is not open. */
    public Optional<Document> change(String uri, int version, List<TextDocumentContentChangeEvent> changes) {
        return Optional.ofNullable(
                open.computeIfPresent(uri, (key, document) -> document.changed(version, changes, encoding)));
    }

    public void close(String uri) {
        open.remove(uri);
    }

    /** The newest version of an open text. */
    public Optional<Document> find(String uri) {
        return Optional.ofNullable(open.get(uri));
    }

    /** All open texts, by address. */
    public Collection<Document> all() {
        return new TreeMap<>(open).values();
    }

    /** The folders that the client works in. */
    public Folders folders() {
        return folders;
    }

    /**
     * All texts that a question about several may concern: those that are open, those in the folders, and those beside
     * the source that the question is about; open ones as they are on the screen.
     */
    public List<Document> around(Source source, BooleanSupplier abandoned) {
        Map<String, Document> byName = new LinkedHashMap<>();
        all().forEach(document -> byName.put(document.source().name(), document));
        List<Source> files = new ArrayList<>(folders.sources(abandoned));
        if (!source.isStandard()) {
            Uris.file(uri(source)).ifPresent(file -> files.addAll(folders.beside(file, abandoned)));
            files.add(source);
        }
        files.forEach(file -> byName.computeIfAbsent(file.name(), name -> new Document(Uris.of(file), 0, file)));
        return List.copyOf(byName.values());
    }

    public StandardLibrary standardLibrary() {
        return standard;
    }

    /** The address of a source: the one under which the client has it open, if it has. */
    public String uri(Source source) {
        if (source.isStandard()) {
            try {
                return standard.uri(source);
            } catch (IOException e) {
                throw new UncheckedIOException("the standard library cannot be shown", e);
            }
        }
        return open.values().stream()
                .filter(document -> document.source().name().equals(source.name()))
                .map(Document::uri)
                .findFirst()
                .orElseGet(() -> Uris.of(source));
    }

    /** The modules that a document may import: texts beside it that are open now, and files. */
    public ModuleFinder beside(Document document) {
        ModuleFinder shown = openBeside(document);
        Optional<Path> folder = Uris.file(document.uri()).map(Path::getParent);
        return folder.map(path -> shown.or(ModuleFinder.folder(path))).orElse(shown);
    }

    private ModuleFinder openBeside(Document document) {
        String name = document.source().name();
        int end = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String folder = name.substring(0, end + 1);
        // what is typed later is for a later look
        List<Document> now = List.copyOf(open.values());
        return new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                String wanted = folder + dotted.replace('.', '/') + ".dyn";
                return now.stream()
                        .map(Document::source)
                        .filter(source -> !source.isStandard())
                        .filter(source -> source.name().replace('\\', '/').equals(wanted.replace('\\', '/')))
                        .findFirst();
            }

            @Override
            public List<String> in(String packageName) {
                String wanted = (folder + packageName.replace('.', '/') + "/").replace('\\', '/');
                return now.stream()
                        .map(each -> each.source().name().replace('\\', '/'))
                        .filter(each -> each.startsWith(wanted)
                                && each.endsWith(".dyn")
                                && each.indexOf('/', wanted.length()) < 0)
                        .map(each -> packageName + "." + each.substring(wanted.length(), each.length() - 4))
                        .sorted()
                        .toList();
            }
        };
    }
}
