package dync.cli;

import com.google.gson.JsonPrimitive;
import dync.lsp.DynClient;
import dync.lsp.DynServer;
import dync.lsp.wire.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

/**
 * Runs other commands for the classes they load, so that the virtual machine can archive these. The build calls it;
 * users have no use for it.
 */
@Command(name = "warmup", hidden = true)
final class WarmupCommand implements Callable<Integer> {
    private static final List<String> EDITOR = List.of(
            request(1, "initialize", "{\"processId\":null,\"rootUri\":null,\"capabilities\":{}}"),
            "{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{DOCUMENT,\"languageId\":\"dyn\","
                    + "\"version\":1,\"text\":TEXT}}}",
            request(2, "textDocument/completion", "{DOCUMENT},\"position\":{\"line\":3,\"character\":4}}"),
            request(3, "textDocument/hover", "{DOCUMENT},\"position\":{\"line\":3,\"character\":4}}"));

    private static String request(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @Override
    public Integer call() throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Console console = new Console(new Terminal(true, true, true, 80), nowhere, nowhere);
        Path folder = Files.createTempDirectory("dync");
        Path model = folder.resolve("warmup.dyn");
        try (InputStream text = WarmupCommand.class.getResourceAsStream("warmup.dyn")) {
            Files.copy(text, model, StandardCopyOption.REPLACE_EXISTING);
            String file = model.toString();
            Dync.run(console, "--help");
            Dync.run(console, "no-such-command");
            Dync.run(console, "explain", "DYN0505");
            Dync.run(console, "version");
            Dync.run(console, "data", "list");
            Dync.run(console, "check", file, "--set", "no_such_parameter=1");
            Dync.run(console, "check", file, "--format", "json");
            Dync.run(console, "compile", file, "--emit", "ast");
            serve(Files.readString(model));
            return Dync.run(console, "compile", file);
        } finally {
            Files.deleteIfExists(model);
            Files.deleteIfExists(folder);
        }
    }

    /** A short visit of an editor. */
    private static void serve(String text) {
        CountDownLatch answers = new CountDownLatch(EDITOR.size());
        DynServer server = new DynServer(() -> {});
        Wire<DynClient> wire = server.connect(message -> answers.countDown());
        String document = "\"textDocument\":{\"uri\":\"memory:/warmup.dyn\"";
        EDITOR.forEach(message -> wire.receive(
                message.replace("TEXT", new JsonPrimitive(text).toString()).replace("DOCUMENT", document)));
        try {
            // three answers and the diagnostics
            boolean all = answers.await(10, TimeUnit.SECONDS);
            server.close();
            if (!all) {
                System.err.println("the language server did not warm up");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
