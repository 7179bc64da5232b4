package dync.lsp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sixteen texts that are typed in at once, while questions are asked about all of them. */
class ManyDocumentsTest {
    private static final int TEXTS = 16;
    private static final int ROUNDS = 400;

    private static String uri(int text) {
        return "memory:/many/text" + text + ".dyn";
    }

    private static String text(int text, int version) {
        return """
                model Net%d_%d {
                    clock(step = 2 ms, steps = 10)
                    input(3, 32, 32)
                    area V1 { conv(%d); emit }
                    readout classifier { avgpool; flatten; linear(10) }
                }
                """.formatted(text, version, version + 1);
    }

    @Test
    void everyAnswerFitsTheVersionThatWasOpenWhenItWasAsked() {
        Random random = new Random(16);
        Map<Integer, String> expected = new HashMap<>();
        int[] versions = new int[TEXTS];
        try (ServerProcess server = ServerProcess.initialised()) {
            for (int i = 0; i < TEXTS; i++) {
                versions[i] = 1;
                server.open(uri(i), text(i, 1));
            }
            for (int round = 1; round <= ROUNDS; round++) {
                int i = random.nextInt(TEXTS);
                if (random.nextBoolean()) {
                    versions[i]++;
                    server.tell(
                            "textDocument/didChange",
                            "{\"textDocument\":{\"uri\":\"" + uri(i) + "\",\"version\":" + versions[i]
                                    + "},\"contentChanges\":[" + change(i, versions[i]) + "]}");
                }
                expected.put(round, "model Net" + i + "_" + versions[i] + " ");
                server.send(ServerProcess.request(
                        round, "dync/view", "{\"textDocument\":{\"uri\":\"" + uri(i) + "\"},\"view\":\"graph\"}"));
            }
            expected.forEach((id, model) -> {
                JsonObject answer = server.answer(id);
                if (answer.has("error")) {
                    // only what took long and was typed over meanwhile may be left unanswered
                    assertThat(answer.getAsJsonObject("error").get("code").getAsInt())
                            .isEqualTo(-32801);
                } else {
                    assertThat(answer.getAsJsonObject("result").get("models").toString())
                            .isEqualTo(
                                    "[\"" + model.substring("model ".length()).strip() + "\"]");
                }
            });
            for (int i = 0; i < TEXTS; i++) {
                String last = "\"uri\":\"" + uri(i) + "\"";
                String version = "\"version\":" + versions[i] + "}";
                assertThat(server.next(message -> message.toString().contains(last)
                                        && message.toString().contains(version))
                                .toString())
                        .contains("\"diagnostics\":[]");
            }
        }
    }

    /** What turns the version before into this one: the name in the first line and the channels in the fourth. */
    private static String change(int text, int version) {
        String before = text(text, version - 1);
        int name = before.lines().findFirst().orElseThrow().length() - 2;
        String line = before.lines().toList().get(3);
        int channels = line.indexOf("conv(") + 5;
        return edit(0, 6, name, "Net" + text + "_" + version) + ","
                + edit(3, channels, line.indexOf(')'), String.valueOf(version + 1));
    }

    private static String edit(int line, int from, int to, String with) {
        return "{\"range\":{\"start\":{\"line\":" + line + ",\"character\":" + from + "},\"end\":{\"line\":" + line
                + ",\"character\":" + to + "}},\"text\":\"" + with + "\"}";
    }
}
