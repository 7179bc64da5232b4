package dync.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands by what they are for, as the help page lists them. */
final class CommandGroups {
    private record Group(String title, List<String> names) {}

    private final List<Group> groups = new ArrayList<>();

    /** Adds commands under a title; each is an annotated object. */
    void add(CommandLine line, String title, Object... commands) {
        List<String> names = new ArrayList<>();
        for (Object command : commands) {
            String name = command.getClass().getAnnotation(Command.class).name();
            line.addSubcommand(name, command);
            names.add(name);
        }
        groups.add(new Group(title, names));
    }

    /** Makes the help page of {@code line} list the groups. */
    void show(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::render);
    }

    private String render(Help help) {
        Collection<CommandLine> shown = help.commandSpec().subcommands().values();
        int width = 4
                + shown.stream()
                        .mapToInt(command -> command.getCommandName().length())
                        .max()
                        .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            text.append(String.format("%n%s:%n", group.title()));
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(width, 2, Column.Overflow.SPAN),
                    new Column(help.commandSpec().usageMessage().width() - width, 2, Column.Overflow.WRAP));
            for (String name : group.names()) {
                UsageMessageSpec page = help.commandSpec()
                        .subcommands()
                        .get(name)
                        .getCommandSpec()
                        .usageMessage();
                table.addRowValues(
                        help.colorScheme().commandText(name), help.colorScheme().text(page.header()[0]));
            }
            text.append(table);
        }
        return text.toString();
    }
}
