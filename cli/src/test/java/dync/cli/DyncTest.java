package dync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DyncTest {
    @Test
    void withoutArgumentsShowsTheCommands() {
        Session session = Session.run();

        assertThat(session.exit()).isZero();
        assertThat(session.out()).contains("Usage: dync COMMAND").contains("explain");
        assertThat(session.err()).isEmpty();
    }

    @Test
    void helpListsEveryCommandThatIsNotHidden() {
        List<String> names = commands().map(CommandLine::getCommandName).toList();

        assertThat(Session.run("--help").out().lines().map(line -> line.strip().split(" ")[0]))
                .containsAll(names)
                .doesNotContain("warmup");
    }

    @Test
    void everyCommandHasAPageWithItsPurposeAndFitsTheWidth() {
        assertThat(commands()).allSatisfy(command -> {
            Session page = Session.run(command.getCommandName(), "--help");

            assertThat(page.exit()).isZero();
            assertThat(page.out())
                    .startsWith(command.getCommandSpec().usageMessage().header()[0]);
            assertThat(page.out().lines()).allMatch(line -> line.length() <= 100);
        });
    }

    @Test
    void aMisspelledCommandIsToldTheNearestOne() {
        Session session = Session.run("explian");

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).isEmpty();
        assertThat(session.err()).isEqualToNormalizingNewlines("""
                        error: there is no command explian
                          = help: did you mean 'explain'?
                        see: dync --help
                        """);
    }

    @Test
    void aMisspelledOptionIsToldTheNearestOne() {
        Session session = Session.run("explain", "--verbsoe");

        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err())
                .startsWith("error: dync explain has no option --verbsoe")
                .contains("did you mean '--verbose'?");
    }

    @Test
    void anArgumentTooManyIsNamed() {
        assertThat(Session.run("explain", "DYN0101", "DYN0102").err())
                .startsWith("error: dync explain takes no further argument: DYN0102");
    }

    @Test
    void coloursOnlyATerminalThatWantsThem() {
        Terminal pipe = new Terminal(false, false, true, 80);
        Terminal colourful = new Terminal(true, true, true, 80);
        Terminal plain = new Terminal(true, true, false, 80);

        assertThat(Session.run(colourful, "explian").err()).contains("\033[1;31merror\033[0m");
        assertThat(Session.run(plain, "explian").err()).doesNotContain("\033");
        assertThat(Session.run(pipe, "explian").err()).doesNotContain("\033");
        assertThat(Session.run(colourful, "--help").out()).contains("\033[");
        assertThat(Session.run(pipe, "--help").out()).doesNotContain("\033");
    }

    @Test
    void completionNamesTheCommands() {
        assertThat(Session.run("completion").out()).contains("complete -F").contains("explain");
    }

    @Test
    void versionNamesLibtorchWithoutLoadingIt() {
        assertThat(Session.run("version").out()).containsPattern("libtorch \\d+\\.\\d+\\.\\d+-\\S+ for CPU");
    }

    private static Stream<CommandLine> commands() {
        return Dync.commandLine(new Console(new Terminal(false, false, false, 80), System.out, System.err))
                .getSubcommands()
                .values()
                .stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden());
    }
}
