package dync.lsp.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A conversation: lines with {@code ->} are sent, those with {@code <-} are what comes back, in any order up to the next
 * that is sent; {@code "*"} stands for anything; {@code "jsonrpc"} is left out; a message goes on in indented lines; other
 * lines are comments.
 */
final class Transcript {
    private static final JsonPrimitive ANY = new JsonPrimitive("*");
    private static final int WIDTH = 116;
    private static final int QUIET_MILLIS = 1500;
    private static final Gson JSON =
            new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private record Turn(String before, JsonObject sent, List<JsonObject> expected) {}

    private final List<Turn> turns = new ArrayList<>();
    private String after = "";

    static Transcript parse(String text) {
        Transcript transcript = new Transcript();
        StringBuilder comment = new StringBuilder();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i++);
            if (!line.startsWith("->") && !line.startsWith("<-")) {
                comment.append(line).append('\n');
                continue;
            }
            StringBuilder json = new StringBuilder(line.substring(2));
            while (i < lines.size() && lines.get(i).startsWith("   ")) {
                json.append('\n').append(lines.get(i++));
            }
            JsonObject message = JsonParser.parseString(json.toString()).getAsJsonObject();
            if (line.startsWith("->")) {
                transcript.turns.add(new Turn(comment.toString(), message, new ArrayList<>()));
                comment.setLength(0);
            } else {
                transcript.turns.get(transcript.turns.size() - 1).expected().add(message);
            }
        }
        transcript.after = comment.toString();
        return transcript;
    }

    /** Says one half to a server, and writes down both. What was expected is written as it was where it fits. */
    String hold(ServerProcess server, boolean all) {
        StringBuilder held = new StringBuilder();
        for (Turn turn : turns) {
            JsonObject sent = turn.sent().deepCopy();
            sent.addProperty("jsonrpc", "2.0");
            server.send(JSON.toJson(sent));
            held.append(turn.before()).append(written("->", turn.sent()));
            List<JsonObject> received = new ArrayList<>();
            while (all || received.size() < turn.expected().size()) {
                boolean answered = !sent.has("id") || received.stream().anyMatch(each -> similar(answerTo(sent), each));
                Optional<JsonObject> message = server.next(all && answered ? QUIET_MILLIS : 30_000);
                if (message.isEmpty()) {
                    break;
                }
                message.get().remove("jsonrpc");
                received.add(message.get());
            }
            for (JsonObject expected : turn.expected()) {
                received.stream()
                        .filter(message -> similar(expected, message))
                        .findFirst()
                        .ifPresent(message -> {
                            received.remove(message);
                            held.append(written("<-", merged(expected, message)));
                        });
            }
            received.forEach(message -> held.append(written("<-", message)));
        }
        return held.append(after).toString();
    }

    private static JsonObject answerTo(JsonObject request) {
        JsonObject answer = new JsonObject();
        answer.add("id", request.get("id"));
        return answer;
    }

    /** Whether one answers the same question, or tells of the same thing, as the other. */
    private static boolean similar(JsonObject expected, JsonObject message) {
        return expected.has("method")
                ? expected.get("method").equals(message.get("method"))
                : !message.has("method") && expected.get("id").equals(message.get("id"));
    }

    private static JsonElement merged(JsonElement expected, JsonElement actual) {
        if (expected.equals(ANY)) {
            return ANY;
        }
        if (expected instanceof JsonObject object && actual instanceof JsonObject other) {
            JsonObject merged = new JsonObject();
            other.entrySet()
                    .forEach(each -> merged.add(
                            each.getKey(),
                            object.has(each.getKey())
                                    ? merged(object.get(each.getKey()), each.getValue())
                                    : each.getValue()));
            return merged;
        }
        if (expected instanceof JsonArray array && actual instanceof JsonArray other && array.size() == other.size()) {
            JsonArray merged = new JsonArray();
            for (int i = 0; i < array.size(); i++) {
                merged.add(merged(array.get(i), other.get(i)));
            }
            return merged;
        }
        return actual;
    }

    private static String written(String arrow, JsonElement message) {
        return arrow + " " + written(message, "   ") + "\n";
    }

    /** On one line where it fits. */
    private static String written(JsonElement element, String indent) {
        String line = JSON.toJson(element);
        if (indent.length() + line.length() <= WIDTH || element.isJsonPrimitive()) {
            return line;
        }
        String inner = indent + "  ";
        return element instanceof JsonArray array
                ? array.asList().stream()
                        .map(each -> inner + written(each, inner))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"))
                : element.getAsJsonObject().entrySet().stream()
                        .map(each -> inner + JSON.toJson(each.getKey()) + ": " + written(each.getValue(), inner))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }
}
