package dync.track.mlflow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dync.runtime.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Requests to a server of MLflow. What may succeed later fails with an {@link IOException}, the rest for good. */
final class Rest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration UPLOAD = Duration.ofMinutes(10);

    private final MlflowAccess access;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    Rest(MlflowAccess access) {
        this.access = access;
    }

    /** Asks; empty where the server has no such thing. */
    Optional<JsonObject> get(String endpoint, String parameter, String value) throws IOException, InterruptedException {
        String query = "?" + parameter + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        HttpResponse<String> response = send(
                request("/api/2.0/mlflow/" + endpoint + query, PATIENCE).GET().build());
        // a server that has no such path answers 404 as well, but not with a code
        if (response.statusCode() == 404 && code(response).equals("RESOURCE_DOES_NOT_EXIST")) {
            return Optional.empty();
        }
        return Optional.of(answer(endpoint, response));
    }

    JsonObject post(String endpoint, JsonObject body) throws IOException, InterruptedException {
        HttpRequest request = request("/api/2.0/mlflow/" + endpoint, PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return answer(endpoint, send(request));
    }

    /** @param path below the artifacts that the server keeps, its parts not yet encoded */
    void put(String path, byte[] content) throws IOException, InterruptedException {
        HttpRequest request = request("/api/2.0/mlflow-artifacts/artifacts/" + encoded(path), UPLOAD)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        answer("mlflow-artifacts", send(request));
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(access.server() + path)).timeout(timeout);
        access.authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (java.net.ConnectException none) {
            throw new IOException("there is no server at " + access, none);
        }
    }

    private static String encoded(String path) {
        StringBuilder out = new StringBuilder();
        for (String part : path.split("/")) {
            out.append(out.isEmpty() ? "" : "/")
                    .append(URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return out.toString();
    }

    private JsonObject answer(String endpoint, HttpResponse<String> response) throws IOException {
        int status = response.statusCode();
        if (status == 200) {
            return json(response)
                    .orElseThrow(() ->
                            new UserError(access + " does not answer as a server of MLflow does", "check the address"));
        }
        String reason = endpoint + " answered " + status + message(response);
        if (status == 429 || status >= 500) {
            throw new IOException(reason);
        }
        throw new UserError(
                reason,
                switch (status) {
                    case 401, 403 ->
                        "set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN";
                    case 404 -> "check that " + access + " is a server of MLflow";
                    default -> "";
                });
    }

    private static String message(HttpResponse<String> response) {
        return json(response)
                .map(body -> body.get("message"))
                .filter(JsonElement::isJsonPrimitive)
                .map(text -> ": " + text.getAsString().lines().findFirst().orElse(""))
                .orElse("");
    }

    private static String code(HttpResponse<String> response) {
        return json(response)
                .map(body -> body.get("error_code"))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .orElse("");
    }

    private static Optional<JsonObject> json(HttpResponse<String> response) {
        try {
            JsonElement body = JsonParser.parseString(response.body());
            return body.isJsonObject() ? Optional.of(body.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException other) {
            return Optional.empty();
        }
    }
}
