package dync.playground;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** Answers what the guard lets in: the files of the page, its texts, the edited file, and the socket. */
final class Routes extends Handler.Abstract {
    /** Longer than any model; more is refused before it is read. */
    static final int LONGEST_TEXT = 4 << 20;

    private static final String JSON = "application/json; charset=utf-8";

    private final Guard guard;
    private final Page page;
    private final Optional<EditedFile> file;
    private final ServerWebSocketContainer sockets;
    private final Gson gson = new Gson();

    /** The edited file as the page sees it. */
    private record FileText(String uri, String name, String text, String version) {}

    Routes(Guard guard, Page page, Optional<EditedFile> file, ServerWebSocketContainer sockets) {
        this.guard = guard;
        this.page = page;
        this.file = file;
        this.sockets = sockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.put(response.getHeaders(), request.getHeaders().get(HttpHeader.HOST));
        Optional<String> path = guard.admit(request);
        if (path.isEmpty()) {
            refuse(response, callback, HttpStatus.FORBIDDEN_403, "open the address that dync playground printed");
            return true;
        }
        String route = request.getMethod() + " " + path.get();
        switch (route) {
            case "GET language" -> upgrade(request, response, callback);
            case "GET start.json" -> send(response, callback, JSON, begin());
            case "PUT file" -> save(request, response, callback);
            default -> asset(request, response, callback, path.get());
        }
        return true;
    }

    private void upgrade(Request request, Response response, Callback callback) {
        if (!sockets.upgrade((asked, answered, ready) -> new LanguageSocket(), request, response, callback)) {
            refuse(response, callback, HttpStatus.UPGRADE_REQUIRED_426, "a WebSocket is wanted here");
        }
    }

    private void asset(Request request, Response response, Callback callback, String name) {
        Optional<Page.Asset> asset = request.getMethod().equals("GET") ? page.find(name) : Optional.empty();
        if (asset.isEmpty()) {
            refuse(response, callback, HttpStatus.NOT_FOUND_404, "there is no such file");
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, asset.get().type());
        response.write(true, ByteBuffer.wrap(asset.get().content()), callback);
    }

    /** What the page needs when it is loaded. */
    private String begin() throws IOException {
        JsonObject start = new JsonObject();
        start.add("groups", gson.toJsonTree(Documents.all()));
        if (file.isPresent()) {
            start.add("file", gson.toJsonTree(text(file.get())));
        }
        return gson.toJson(start);
    }

    private static FileText text(EditedFile file) throws IOException {
        EditedFile.Content content = file.read();
        return new FileText(
                file.path().toUri().toString(),
                file.path().getFileName().toString(),
                content.text(),
                content.version());
    }

    private void save(Request request, Response response, Callback callback) throws IOException {
        String known = request.getHeaders().get(HttpHeader.IF_MATCH);
        if (file.isEmpty() || known == null || !(request.getLength() >= 0 && request.getLength() <= LONGEST_TEXT)) {
            refuse(response, callback, HttpStatus.BAD_REQUEST_400, "there is nothing to save here");
            return;
        }
        String text = Content.Source.asString(request, StandardCharsets.UTF_8);
        EditedFile.Content now = file.get().replace(known, text);
        response.setStatus(now.text().equals(text) ? HttpStatus.OK_200 : HttpStatus.PRECONDITION_FAILED_412);
        send(response, callback, JSON, gson.toJson(now));
    }

    private static void refuse(Response response, Callback callback, int status, String why) {
        response.setStatus(status);
        send(response, callback, "text/plain; charset=utf-8", why + "\n");
    }

    private static void send(Response response, Callback callback, String type, String text) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, text, callback);
    }
}
