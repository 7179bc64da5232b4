package dync.track.mlflow;

import dync.runtime.UserError;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server of MLflow is and how one is let in.
 *
 * @param server {@code http} or {@code https}
 * @param authorization what the header of that name says; never shown
 */
public record MlflowAccess(URI server, Optional<String> authorization) {
    public MlflowAccess {
        String scheme = Optional.ofNullable(server.getScheme()).orElse("");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new UserError(
                    "'" + server + "' is no server of MLflow",
                    "give an address such as http://localhost:5000; files and databases are written by a server of MLflow");
        }
    }

    /**
     * As MLflow's own client finds it: {@code MLFLOW_TRACKING_TOKEN}, or {@code MLFLOW_TRACKING_USERNAME} and
     * {@code MLFLOW_TRACKING_PASSWORD}, and {@code MLFLOW_TRACKING_URI} where the settings name no server.
     *
     * @param uri of the settings
     * @throws UserError if no server is named, or what is named is none
     */
    public static MlflowAccess of(Optional<String> uri, Map<String, String> environment) {
        String address = uri.or(() -> variable(environment, "MLFLOW_TRACKING_URI"))
                .orElseThrow(() -> new UserError(
                        "nothing says where the server of MLflow is",
                        "set tracking.mlflow.uri, or MLFLOW_TRACKING_URI in the environment"));
        URI server;
        try {
            server = URI.create(address.strip().replaceFirst("/+$", ""));
        } catch (IllegalArgumentException malformed) {
            throw new UserError(
                    "'" + address + "' is no address: " + malformed.getMessage(), "give http://HOST:PORT", malformed);
        }
        Optional<String> basic = variable(environment, "MLFLOW_TRACKING_USERNAME")
                .map(user -> user + ":"
                        + variable(environment, "MLFLOW_TRACKING_PASSWORD").orElse(""))
                .map(pair -> "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        // MLflow's client, too, takes name and password first
        return new MlflowAccess(server, basic.or(() -> variable(environment, "MLFLOW_TRACKING_TOKEN")
                .map(token -> "Bearer " + token)));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return server.toString();
    }
}
