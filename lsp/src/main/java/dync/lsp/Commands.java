package dync.lsp;

import com.google.gson.JsonPrimitive;
import dync.compiler.describe.picture.Picture;
import dync.lsp.document.Document;
import dync.lsp.feature.Chosen;
import dync.lsp.feature.Lenses;
import dync.lsp.feature.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowDocumentParams;

/** What a client can have the server do to a model: the arguments are the address of its text and its name. */
final class Commands {
    /** All there are. */
    static final List<String> NAMES = List.of(Lenses.COMPILE, Lenses.DESCRIBE);

    private final Session session;
    private final DynClient remote;

    Commands(Session session, DynClient remote) {
        this.session = session;
        this.remote = remote;
    }

    /** Yields what the user is told: what came out, or where the picture is. */
    CompletableFuture<Object> execute(ExecuteCommandParams params) {
        String command = params.getCommand();
        if (!NAMES.contains(command)) {
            return CompletableFuture.failedFuture(
                    Session.refused("there is no command " + command + ": it is one of " + String.join(", ", NAMES)));
        }
        String uri = argument(params, 0);
        String model = argument(params, 1);
        Document document = session.workspace()
                .documents()
                .find(uri)
                .orElseThrow(() -> Session.refused(
                        uri.isEmpty() ? command + " wants the address of a text" : uri + " is not open"));
        return session.answer(abandoned -> {
            String title = (command.equals(Lenses.COMPILE) ? "compiling " : "drawing ") + model;
            try (Progress progress = Progress.begin(remote, params.getWorkDoneToken(), title.strip())) {
                Chosen chosen = Chosen.of(session.snapshot(document).unless(abandoned), model);
                Optional<Object> done = command.equals(Lenses.COMPILE) ? compile(chosen) : draw(chosen);
                return done.orElseGet(() -> show(MessageType.Error, chosen.problem()));
            }
        });
    }

    private static String argument(ExecuteCommandParams params, int index) {
        List<Object> given = params.getArguments() == null ? List.of() : params.getArguments();
        Object argument = index < given.size() ? given.get(index) : "";
        return argument instanceof JsonPrimitive json
                ? json.getAsString()
                : argument instanceof String text ? text : "";
    }

    private String show(MessageType type, String words) {
        remote.showMessage(new MessageParams(type, words));
        return words;
    }

    private Optional<Object> compile(Chosen chosen) {
        return chosen.compiled()
                .flatMap(compiled -> chosen.description()
                        .map(description -> chosen.name() + " compiles: " + Summary.of(description) + ", "
                                + compiled.java().text().lines().count() + " lines of Java in "
                                + compiled.java().qualifiedName()))
                .map(words -> show(MessageType.Info, words));
    }

    private Optional<Object> draw(Chosen chosen) {
        return chosen.description().map(description -> shown(written(Picture.whole(description), chosen.name())));
    }

    private String shown(Path file) {
        if (session.client().can(Ability.SHOWN_DOCUMENTS)) {
            ShowDocumentParams shown = new ShowDocumentParams(file.toUri().toString());
            // a browser draws it, an editor might show its text
            shown.setExternal(true);
            remote.showDocument(shown).exceptionally(refused -> null);
        } else {
            show(MessageType.Info, "the picture is in " + file);
        }
        return file.toUri().toString();
    }

    private static Path written(String svg, String model) {
        try {
            Path file = Files.createTempFile("dync-" + model.replaceAll("\\W", "") + "-", ".svg");
            file.toFile().deleteOnExit();
            return Files.writeString(file, svg);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture cannot be written", e);
        }
    }
}
