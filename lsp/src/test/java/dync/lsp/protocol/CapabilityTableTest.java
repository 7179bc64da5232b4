package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dync.lsp.DynServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The table in {@code docs/editors.md} is what the server registers with a client that can do everything, each with the
 * sentence from {@code capabilities.txt}. {@code -Dupdate} writes it anew.
 */
class CapabilityTableTest {
    private static final String BEGIN = "<!-- capabilities -->\n";
    private static final String END = "<!-- /capabilities -->";

    @Test
    void theDocumentsSayWhatTheServerRegisters() throws IOException {
        Path file = Path.of(System.getProperty("dync.root"), "docs", "editors.md");
        String written = Files.readString(file);
        int begin = written.indexOf(BEGIN) + BEGIN.length();
        String now = written.substring(0, begin) + table() + written.substring(written.indexOf(END));
        if (System.getProperty("update") != null) {
            Files.writeString(file, now);
        } else {
            assertThat(written).as("run it with -Dupdate").isEqualTo(now);
        }
    }

    private static String table() throws IOException {
        List<String> registered = registered();
        Map<String, String> rows = sentences();
        assertThat(rows.keySet()).as("capabilities with a sentence").containsAll(registered);
        StringBuilder table = new StringBuilder("| | what it gives | in the protocol |\n|---|---|---|\n");
        rows.forEach((key, row) -> {
            if (registered.contains(key)) {
                table.append(row).append(" | `").append(key).append("` |\n");
            }
        });
        return table.toString();
    }

    private static List<String> registered() {
        List<String> received = new ArrayList<>();
        DynServer server = new DynServer(() -> {});
        server.connect(received::add)
                .receive("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
                        + AbleClient.initializePulling() + "}");
        server.close();
        List<String> keys = new ArrayList<>();
        JsonObject capabilities = JsonParser.parseString(received.get(0))
                .getAsJsonObject()
                .getAsJsonObject("result")
                .getAsJsonObject("capabilities");
        capabilities.entrySet().forEach(each -> {
            if (each.getKey().equals("workspace")) {
                each.getValue().getAsJsonObject().entrySet().stream()
                        .filter(inner -> isOffered(inner.getValue()))
                        .forEach(inner -> keys.add("workspace." + inner.getKey()));
            } else if (isOffered(each.getValue())) {
                keys.add(each.getKey());
            }
        });
        return keys;
    }

    private static boolean isOffered(JsonElement value) {
        return !value.isJsonNull() && !value.toString().equals("false");
    }

    /** The first two cells of each row, by the name of the capability. */
    private static Map<String, String> sentences() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        try (var in = CapabilityTableTest.class.getResourceAsStream("capabilities.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] cells = line.split(" \\| ");
                rows.put(cells[0], "| " + cells[1] + " | " + cells[2]);
            });
        }
        return rows;
    }
}
