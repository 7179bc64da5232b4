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

/** The analyses of the open texts; each is made anew when its text, or one that it may import, has changed. */
public final class Workspace {
    private record Known(Document document, Analysis analysis) {}

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

    /** What is known of this version of a text. */
    public Analysis analysis(Document document) {
        return known.compute(
                        document.uri(),
                        (uri, last) -> last != null && last.document().equals(document)
                                ? last
                                : new Known(
                                        document, new Analysis(document.source(), documents.beside(document), read)))
                .analysis();
    }

    /** What is known of a text that may not be open; of one that is not, nothing is remembered. */
    public Analysis look(Document document) {
        return documents.find(document.uri()).filter(document::equals).isPresent()
                ? analysis(document)
                : new Analysis(document.source(), documents.beside(document), read);
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

    /** What is known of a text in another place than the one it was written in: with other characters at the caret. */
    public Analysis variation(Document document, String text) {
        return new Analysis(
                new Source(document.source().name(), text, document.source().isStandard()),
                documents.beside(document),
                read);
    }

    /** A compilation of its own, for stages that analyses stop before. */
    public Compilation compilation(Document document) {
        return Compilation.of(document.source(), documents.beside(document), read, Observer.NONE);
    }

    /** Forgets a text that is open no more. */
    public void closed(String uri) {
        known.remove(uri);
    }

    /**
     * Forgets what was concluded from a text that has changed, open or not.
     *
     * @return the open texts that import others, and must be looked at again
     */
    public List<Document> changed(String uri) {
        List<Document> importing = documents.all().stream()
                .filter(document -> !document.uri().equals(uri))
                .filter(document -> Optional.ofNullable(known.get(document.uri()))
                        .filter(each ->
                                !each.analysis().index().module().imports().isEmpty())
                        .isPresent())
                .toList();
        importing.forEach(document -> known.remove(document.uri()));
        return importing;
    }
}
