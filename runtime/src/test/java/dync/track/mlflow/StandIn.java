package dync.track.mlflow;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A server that checks each request as MLflow's REST documentation and its published validation say, and refuses what
 * they do not allow.
 */
public final class StandIn implements AutoCloseable {
    public record Metric(String key, double value, long step) {}

    private static final String KEY = "[/\\w.\\- ]{1,250}";

    public final Map<String, String> experiments = new LinkedHashMap<>();
    public final List<Metric> metrics = new ArrayList<>();
    public final Map<String, String> parameters = new TreeMap<>();
    public final Map<String, String> tags = new TreeMap<>();
    public final Map<String, byte[]> artifacts = new TreeMap<>();
    public final List<String> states = new ArrayList<>();
    public final List<String> refused = new ArrayList<>();
    int runs;
    int unavailable;
    String authorization = "";

    private final HttpServer server;

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String code;

        Refused(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    public StandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        int status = 200;
        JsonObject body;
        try (exchange) {
            byte[] content = exchange.getRequestBody().readAllBytes();
            try {
                body = handle(exchange, content);
            } catch (Refused no) {
                status = no.status;
                body = new JsonObject();
                body.addProperty("error_code", no.code);
                body.addProperty("message", no.getMessage());
                if (status == 400) {
                    refused.add(no.getMessage());
                }
            }
            byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }
    }

    private JsonObject handle(HttpExchange exchange, byte[] content) {
        if (unavailable > 0) {
            unavailable--;
            throw new Refused(503, "TEMPORARILY_UNAVAILABLE", "not now");
        }
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        if (!authorization.isEmpty() && !authorization.equals(given)) {
            throw new Refused(401, "UNAUTHENTICATED", "who are you");
        }
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/api/2.0/mlflow-artifacts/artifacts/")) {
            check(exchange.getRequestMethod().equals("PUT"), "files are put");
            artifacts.put(path.substring("/api/2.0/mlflow-artifacts/artifacts/".length()), content);
            return new JsonObject();
        }
        String call = exchange.getRequestMethod() + " " + path.replace("/api/2.0/mlflow/", "");
        return switch (call) {
            case "GET experiments/get-by-name" -> experiment(query(exchange, "experiment_name"));
            case "POST experiments/create" -> create(json(exchange, content, Set.of("name"), Set.of()));
            case "GET runs/get" -> get(query(exchange, "run_id"));
            case "POST runs/create" ->
                begin(json(exchange, content, Set.of("experiment_id"), Set.of("run_name", "start_time", "tags")));
            case "POST runs/update" -> update(json(exchange, content, Set.of("run_id"), Set.of("status", "end_time")));
            case "POST runs/log-batch" ->
                log(json(exchange, content, Set.of("run_id"), Set.of("metrics", "params", "tags")), content.length);
            default -> throw new Refused(404, "ENDPOINT_NOT_FOUND", call);
        };
    }

    private JsonObject experiment(String name) {
        if (!experiments.containsKey(name)) {
            throw new Refused(404, "RESOURCE_DOES_NOT_EXIST", "no experiment " + name);
        }
        JsonObject experiment = new JsonObject();
        experiment.addProperty("experiment_id", experiments.get(name));
        experiment.addProperty("lifecycle_stage", "active");
        return wrap("experiment", experiment);
    }

    private JsonObject create(JsonObject request) {
        String id = Integer.toString(experiments.size() + 1);
        check(experiments.putIfAbsent(request.get("name").getAsString(), id) == null, "taken");
        JsonObject answer = new JsonObject();
        answer.addProperty("experiment_id", id);
        return answer;
    }

    private JsonObject begin(JsonObject request) {
        check(experiments.containsValue(request.get("experiment_id").getAsString()), "no such experiment");
        check(request.get("start_time").getAsLong() > 1_700_000_000_000L, "time in milliseconds");
        tags(request.getAsJsonArray("tags"));
        check(request.get("run_name").getAsString().equals(tags.get("mlflow.runName")), "two names");
        runs++;
        return get("run" + runs);
    }

    private JsonObject get(String id) {
        known(id);
        JsonObject info = new JsonObject();
        info.addProperty("run_id", id);
        info.addProperty("artifact_uri", "mlflow-artifacts:/1/" + id + "/artifacts");
        JsonArray params = new JsonArray();
        parameters.forEach((key, value) -> params.add(Items.pair(key, value)));
        JsonObject run = wrap("info", info);
        run.add("data", wrap("params", params));
        return wrap("run", run);
    }

    private JsonObject update(JsonObject request) {
        known(request.get("run_id").getAsString());
        String status = request.get("status").getAsString();
        check(Set.of("RUNNING", "FINISHED", "FAILED", "KILLED").contains(status), "status " + status);
        states.add(status);
        return new JsonObject();
    }

    private JsonObject log(JsonObject request, int bytes) {
        known(request.get("run_id").getAsString());
        check(bytes <= 1_000_000, "request of " + bytes + " bytes");
        JsonArray numbers = array(request, "metrics");
        JsonArray params = array(request, "params");
        check(
                numbers.size() <= 1000
                        && params.size() <= 100
                        && array(request, "tags").size() <= 100,
                "too many");
        for (JsonElement element : numbers) {
            JsonObject metric = element.getAsJsonObject();
            check(metric.keySet().equals(Set.of("key", "value", "timestamp", "step")), "metric " + metric);
            check(metric.get("key").getAsString().matches(KEY), "key " + metric.get("key"));
            check(metric.get("timestamp").getAsLong() >= 0, "timestamp");
            metrics.add(new Metric(
                    metric.get("key").getAsString(),
                    metric.get("value").getAsDouble(),
                    metric.get("step").getAsLong()));
        }
        for (JsonElement element : params) {
            JsonObject pair = element.getAsJsonObject();
            String key = pair.get("key").getAsString();
            String value = pair.get("value").getAsString();
            check(key.matches(KEY) && value.length() <= 6000, "parameter " + key);
            check(parameters.getOrDefault(key, value).equals(value), "changing parameter " + key);
            parameters.put(key, value);
        }
        tags(array(request, "tags"));
        return new JsonObject();
    }

    private void tags(JsonArray given) {
        for (JsonElement element : given) {
            JsonObject pair = element.getAsJsonObject();
            check(pair.get("key").getAsString().matches(KEY), "tag " + pair);
            check(pair.get("value").getAsString().length() <= 5000, "tag " + pair.get("key"));
            tags.put(pair.get("key").getAsString(), pair.get("value").getAsString());
        }
    }

    private void known(String id) {
        if (!id.matches("run[1-9]") || Integer.parseInt(id.substring(3)) > runs) {
            throw new Refused(404, "RESOURCE_DOES_NOT_EXIST", "no run " + id);
        }
    }

    private static JsonObject json(HttpExchange exchange, byte[] content, Set<String> needed, Set<String> allowed) {
        check(
                "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type")),
                "the content type is application/json");
        JsonObject body = JsonParser.parseString(new String(content, StandardCharsets.UTF_8))
                .getAsJsonObject();
        check(body.keySet().containsAll(needed), "needs " + needed);
        for (String key : body.keySet()) {
            check(needed.contains(key) || allowed.contains(key), "unknown field " + key);
        }
        return body;
    }

    private static JsonArray array(JsonObject request, String name) {
        return request.has(name) ? request.getAsJsonArray(name) : new JsonArray();
    }

    private static String query(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        check(query.startsWith(name + "="), "query " + query);
        return URLDecoder.decode(query.substring(name.length() + 1), StandardCharsets.UTF_8);
    }

    private static JsonObject wrap(String name, JsonElement value) {
        JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    private static void check(boolean allowed, String message) {
        if (!allowed) {
            throw new Refused(400, "INVALID_PARAMETER_VALUE", message);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
