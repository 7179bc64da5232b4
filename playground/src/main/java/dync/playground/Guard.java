package dync.playground;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who is let in: a browser of this machine that was given the address. Other pages that are open in it can send requests
 * here, too, but they do not know the token, and a browser tells where they come from.
 */
final class Guard {
    private final Token token;

    Guard(Token token) {
        this.token = token;
    }

    /**
     * The part of the path behind the token, without a slash at its start; empty if the request is to be refused.
     */
    Optional<String> admit(Request request) {
        String path = Request.getPathInContext(request);
        int end = path.indexOf('/', 1);
        if (!ownHost(request) || !ownOrigin(request) || end < 0 || !token.is(path.substring(1, end))) {
            return Optional.empty();
        }
        return Optional.of(path.substring(end + 1));
    }

    /** The names under which a browser reaches the loopback address; any other was made to point here by somebody. */
    private static Set<String> hosts(Request request) {
        int port = Request.getLocalPort(request);
        return Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    private static boolean ownHost(Request request) {
        return only(request.getHeaders(), HttpHeader.HOST)
                .filter(hosts(request)::contains)
                .isPresent();
    }

    /** Browsers leave the origin out only where a page asks its own server for something to read. */
    private static boolean ownOrigin(Request request) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(HttpHeader.ORIGIN)) {
            return request.getMethod().equals("GET") && !headers.contains(HttpHeader.UPGRADE);
        }
        String own = "http://" + headers.get(HttpHeader.HOST);
        return only(headers, HttpHeader.ORIGIN).filter(own::equals).isPresent();
    }

    private static Optional<String> only(HttpFields headers, HttpHeader name) {
        return headers.stream().filter(field -> field.getHeader() == name).count() == 1
                ? Optional.ofNullable(headers.getField(name)).map(HttpField::getValue)
                : Optional.empty();
    }
}
