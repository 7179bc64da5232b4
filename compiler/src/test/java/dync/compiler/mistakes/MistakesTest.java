package dync.compiler.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import dync.compiler.Compilation;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Label;
import dync.compiler.library.ModuleFinder;
import dync.compiler.parse.Corpus;
import dync.compiler.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of the mistakes of one token that change a model illegally, nearly all are found, and told of on their line. */
class MistakesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    /** Of each kind in each file: enough to see what is told, few enough to be done in seconds. */
    private static final int MOST = 2;

    private static final double LEAST_FOUND = 0.95;

    @Test
    void mistakes_of_one_token_are_found_on_their_line() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path file : files()) {
            outcomes.addAll(tried(file));
        }
        String report = Report.of(outcomes);
        Path page = ROOT.resolve("docs/mutations.md");
        if (System.getProperty("update") != null) {
            Files.writeString(page, report);
        }
        List<Outcome> illegal =
                outcomes.stream().filter(outcome -> outcome.kind().illegal).toList();
        assertThat(illegal).hasSizeGreaterThan(300);
        assertThat((double) illegal.stream().filter(Outcome::onLine).count() / illegal.size())
                .as(report)
                .isGreaterThanOrEqualTo(LEAST_FOUND);
        assertThat(report).isEqualTo(Files.readString(page));
    }

    /** The zoo, the examples, and the fixtures that show the rest of the language. */
    private static List<Path> files() {
        return Corpus.right().stream()
                .filter(file -> Stream.of(
                                "/dyn/models/",
                                "/examples/",
                                "/dyn/right/",
                                "/dyn/ok/streams",
                                "/dyn/ok/adapting",
                                "/dyn/ok/gaps")
                        .anyMatch(part -> file.toString().replace('\\', '/').contains(part)))
                .filter(file -> !file.toString().replace('\\', '/').contains("/examples/src/"))
                .toList();
    }

    private static List<Outcome> tried(Path file) {
        String text = Corpus.read(file);
        String name = file.getFileName().toString();
        assertThat(errors(file, text)).as(name).isEmpty();
        Words words = new Words(text);
        List<Outcome> outcomes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Integer> places = new ArrayList<>();
            for (int at = 0; at < words.size(); at++) {
                if (kind.at(words, at).isPresent()) {
                    places.add(at);
                }
            }
            int step = Math.max(1, (places.size() + MOST - 1) / MOST);
            for (int i = 0; i < places.size(); i += step) {
                Mistake mistake = kind.at(words, places.get(i)).orElseThrow();
                outcomes.add(outcome(file, name, kind, text, mistake, words.line(places.get(i))));
            }
        }
        return outcomes;
    }

    private static Outcome outcome(Path file, String name, Kind kind, String text, Mistake mistake, int line) {
        String wrong = mistake.in(text);
        List<Diagnostic> errors = errors(file, wrong);
        boolean onLine = errors.stream()
                .flatMap(error -> Stream.concat(Stream.of(error.primary()), error.labels().stream()))
                .map(Label::span)
                .anyMatch(span -> mistake.lines().contains(span.line())
                        && span.source().text().equals(wrong));
        Optional<String> told =
                errors.stream().findFirst().map(error -> error.primary().span().line() + ": " + error.message());
        int last = wrong.indexOf('\n', mistake.start());
        String shown =
                wrong.substring(wrong.lastIndexOf('\n', mistake.start() - 1) + 1, last < 0 ? wrong.length() : last);
        return new Outcome(kind, name + ":" + line, shown.strip(), told, onLine);
    }

    private static List<Diagnostic> errors(Path file, String text) {
        Compilation compilation =
                Compilation.of(new Source(file.getFileName().toString(), text), ModuleFinder.folder(file.getParent()));
        compilation.checkAll();
        return compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
    }
}
