package dync.lsp.analysis;

import dync.compiler.Compilation;
import dync.compiler.library.ModuleFinder;
import dync.compiler.library.Modules;
import dync.compiler.source.Source;
import dync.compiler.value.Observer;
import dync.lsp.document.Document;
import dync.lsp.document.Documents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** The analyses of the open texts; each is made anew when its text, or one that it may import, has changed. */
public final class Workspace {
    private record Known(Document document, Analysis analysis) {}

    /** This is asked at every key: no text is parsed for it, and one import too many does no harm. */
    private static final Pattern IMPORT = Pattern.compile("^\\s*import\\s+(?!dyn\\.)", Pattern.MULTILINE);

    private final Documents documents;
    private final Modules read = new Modules();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Outlines outlines = new Outlines();

    public Workspace(Documents documents) {
        this.documents = documents;
    }

    public Documents documents() {
        return documents;
    }

    /** What each text declares. */
    public Outlines outlines() {
        return outlines;
    }

    /** What is known of a version of a text; it is remembered as long as that version is the one that is open. */
    public Analysis analysis(Document document) {
        AtomicReference<Analysis> wanted = new AtomicReference<>();
        known.compute(document.uri(), (uri, last) -> {
            if (last != null && last.document().equals(document)) {
                wanted.set(last.analysis());
                return last;
            }
            wanted.set(new Analysis(document.source(), documents.beside(document), read));
            // an old question must not take the place of what is known of the newest version, nor of a closed text
            return documents.find(uri).filter(document::equals).isPresent() ? new Known(document, wanted.get()) : last;
        });
        return wanted.get();
    }

    /**
     * What would be known of a text if it and others were written otherwise.
     *
     * @param texts what stands in their place, by the names of their sources
     */
    public Analysis supposing(Document document, Map<String, Source> texts) {
        ModuleFinder beside = documents.beside(document);
        ModuleFinder supposed = new ModuleFinder() {
            @Override
            public Optional<Source> find(String dotted) {
                return beside.find(dotted).map(source -> texts.getOrDefault(source.name(), source));
            }

            @Override
            public List<String> in(String packageName) {
                return beside.in(packageName);
            }
        };
        Source source = document.source();
        return new Analysis(texts.getOrDefault(source.name(), source), supposed, read);
    }

    /**
     * A compilation of its own, for stages that analyses stop before.
     *
     * @param variation what stands in the place of the document's text, such as one with other characters at the caret
     * @param observer told of what it finds out; it may stop it
     */
    public Compilation compilation(Document document, Source variation, Observer observer) {
        return Compilation.of(variation, documents.beside(document), read, observer);
    }

    /** Forgets a text that is open no more. */
    public void closed(String uri) {
        known.remove(uri);
    }

    /**
     * Forgets what was concluded from a text that has changed, open or not.
     *
     * @return the open texts that import others than the standard library, and must be looked at again
     */
    public List<Document> changed(String uri) {
        List<Document> importing = documents.all().stream()
                .filter(document -> !document.uri().equals(uri))
                .filter(document -> IMPORT.matcher(document.source().text()).find())
                .toList();
        importing.forEach(document -> known.remove(document.uri()));
        return importing;
    }

    /** How many texts are remembered; for tests of what is forgotten. */
    int size() {
        return known.size();
    }
}
