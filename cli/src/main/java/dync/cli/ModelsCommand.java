package dync.cli;

import dync.Dyn;
import dync.compiler.library.Zoo;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code dync models}. */
@Command(
        name = "models",
        header = "List the models that come with the language.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Examples:",
            "  dync models                                   all of them, with their parameters",
            "  dync models dyn.models.CORnetS                the text of one, to read or to begin from",
            "  dync train dyn.models.DyRCNNx2 --set trc=4ms  wherever a command takes a file"
        })
final class ModelsCommand implements Runnable {
    /** As long as the longest name, and a space. */
    private static final int WIDTH = 26;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Print the text of this model.")
    private String name;

    private final Console console;

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        if (name != null) {
            console.out().print(Dyn.compile(name).source().text());
            return;
        }
        List<Zoo.Entry> entries = Zoo.entries();
        for (Zoo.Entry entry : entries) {
            console.out()
                    .printf(
                            Locale.ROOT,
                            "%-" + WIDTH + "s %11s  %s%n",
                            entry.dotted(),
                            count(entry),
                            entry.doc().map(ModelsCommand::sentence).orElse(""));
        }
        console.out()
                .println("the number is that of trained parameters, with the defaults; dync describe NAME tells more");
    }

    private static String count(Zoo.Entry entry) {
        return Dyn.compile(entry.dotted())
                .compilation()
                .graph(entry.name(), List.of())
                .map(graph -> String.format(Locale.ROOT, "%,d", graph.parameterCount()))
                .orElse("");
    }

    /** The first sentence of a comment, on one line. */
    private static String sentence(String doc) {
        String text = doc.strip().replaceAll("\\s+", " ");
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end);
        int cited = first.indexOf(" (");
        String plain = cited < 0 ? first : first.substring(0, cited);
        return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
    }
}
