package dync.lsp.feature.hover;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;

/** What a hover says, written once in Markdown; clients that take only plain text get it without its signs. */
final class Page {
    private static final int MOST_ITEMS = 16;

    private final List<String> blocks = new ArrayList<>();
    private final List<String> closing = new ArrayList<>();
    private final boolean markdown;

    Page(boolean markdown) {
        this.markdown = markdown;
    }

    /** A piece of the language. */
    Page code(String text) {
        blocks.add(markdown ? "```dyn\n" + text + "\n```" : text);
        return this;
    }

    /** A paragraph in Markdown, or several. */
    Page text(String paragraphs) {
        if (!paragraphs.isBlank()) {
            blocks.add(markdown ? paragraphs : plain(paragraphs));
        }
        return this;
    }

    /** Lines below each other; a long list is cut. */
    Page items(List<String> items) {
        List<String> shown = new ArrayList<>(items.subList(0, Math.min(items.size(), MOST_ITEMS)));
        if (items.size() > shown.size()) {
            shown.add("… and " + (items.size() - shown.size()) + " more");
        }
        return shown.isEmpty()
                ? this
                : text(String.join("\n", shown.stream().map(item -> "- " + item).toList()));
    }

    /** What stands below everything else, behind a line: the words of the author. */
    Page doc(String doc) {
        closing.add(markdown ? "---\n\n" + escaped(doc) : plain(doc.strip()));
        return this;
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    MarkupContent content() {
        List<String> all = new ArrayList<>(blocks);
        all.addAll(closing);
        return new MarkupContent(markdown ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT, String.join("\n\n", all));
    }

    /** Doc comments are Markdown in their code and plain beside it: `a * b * c` is no emphasis. */
    private static String escaped(String doc) {
        return doc.strip().replaceAll("([*<])(?=[^`]*(`[^`]*`[^`]*)*$)", "\\\\$1");
    }

    private static String plain(String text) {
        return text.replace("`", "").replace("**", "").replace("\\", "");
    }
}
