package dync.compiler.resolve;

import dync.compiler.ast.Declaration;
import dync.compiler.ast.Item;
import dync.compiler.ast.Name;
import dync.compiler.diagnostic.Code;
import dync.compiler.diagnostic.Diagnostic;
import dync.compiler.diagnostic.Reporter;
import dync.compiler.evaluate.Describe;
import dync.compiler.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds names that a model declares twice, as the same or as different things. The two branches of an {@code if} may
 * declare the same name: only one of them is taken.
 */
final class DeclaredNames {
    private record Entry(String kind, Span span) {}

    private final Reporter reporter;

    DeclaredNames(Reporter reporter) {
        this.reporter = reporter;
    }

    void check(Declaration.Model model) {
        Map<String, Entry> values = new HashMap<>();
        model.parameters()
                .forEach(parameter -> values.put(
                        parameter.name().text(),
                        new Entry("a parameter", parameter.name().span())));
        all(model.items(), new HashMap<>(), values);
    }

    /**
     * @param known what is wired and recorded by name, and what is declared
     * @param values what expressions see by name: parameters, lets, and what is declared
     */
    private void all(List<Item> items, Map<String, Entry> known, Map<String, Entry> values) {
        for (Item item : items) {
            if (item instanceof Item.Area area) {
                declare(area.name().text(), new Entry("an area", area.name().span()), Code.DYN0208, known);
            } else if (item instanceof Item.Input input) {
                Span span = input.name().map(Name::span).orElse(input.span());
                declare(input.name().map(Name::text).orElse("input"), new Entry("an input", span), Code.DYN0709, known);
            } else if (item instanceof Item.Readout readout) {
                declare(
                        readout.name().text(),
                        new Entry("a readout", readout.name().span()),
                        Code.DYN0709,
                        known);
            } else if (item instanceof Item.Declare nested && !(nested.declaration() instanceof Declaration.Error)) {
                Name name = nested.declaration().name();
                String kind = Describe.kind(nested.declaration());
                String article = "aeiou".indexOf(kind.charAt(0)) < 0 ? "a " : "an ";
                Entry entry = new Entry(article + kind, name.span());
                declare(name.text(), entry, Code.DYN0208, known);
                declare(name.text(), entry, Code.DYN0208, values);
            } else if (item instanceof Item.Weight weight) {
                Name name = weight.weight().name();
                Entry entry = new Entry("a weight", name.span());
                declare(name.text(), entry, Code.DYN0208, known);
                declare(name.text(), entry, Code.DYN0208, values);
            } else if (item instanceof Item.Let let) {
                declare(let.name().text(), new Entry("a let", let.name().span()), Code.DYN0208, values);
            } else if (item instanceof Item.If choice) {
                Map<String, Entry> then = new HashMap<>(known);
                Map<String, Entry> otherwise = new HashMap<>(known);
                all(choice.then(), then, new HashMap<>(values));
                all(choice.otherwise(), otherwise, new HashMap<>(values));
                known.putAll(then);
                known.putAll(otherwise);
            } else if (item instanceof Item.For loop) {
                all(loop.body(), known, new HashMap<>(values));
            } else if (item instanceof Item.Repeat repeat) {
                all(repeat.body(), known, new HashMap<>(values));
            }
        }
    }

    private void declare(String name, Entry entry, Code twice, Map<String, Entry> known) {
        Entry first = known.putIfAbsent(name, entry);
        if (first == null) {
            return;
        }
        boolean same = first.kind().equals(entry.kind());
        reporter.report(Diagnostic.error(
                        same ? twice : Code.DYN0208,
                        entry.span(),
                        same
                                ? entry.kind().replaceFirst("an? ", "the ")
                                        + (name.equals("input") ? "" : " " + name)
                                        + (twice == Code.DYN0709 ? " is stated twice" : " is declared twice")
                                : "the name " + name + " is declared twice: as " + first.kind() + " and as "
                                        + entry.kind())
                .label(first.span(), "first here")
                .help("give one of them another name"));
    }
}
