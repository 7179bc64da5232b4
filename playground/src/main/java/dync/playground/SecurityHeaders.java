package dync.playground;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** What a browser is told so that nothing but the page's own files runs, and nothing leaves for another host. */
final class SecurityHeaders {
    private SecurityHeaders() {}

    /**
     * Puts them into an answer.
     *
     * @param host the checked {@code Host} of the request: some browsers do not count a socket to it as the page's own
     */
    static void put(HttpFields.Mutable headers, String host) {
        policy(host).forEach(headers::put);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    private static Map<String, String> policy(String host) {
        return Map.of(
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "worker-src 'self'",
                        // the editor places its lines by style attributes
                        "style-src 'self' 'unsafe-inline'",
                        "font-src 'self'",
                        "img-src 'self' data:",
                        "connect-src 'self' ws://" + host,
                        "frame-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'",
                        // text becomes part of the page by way of the editor's own policies or not at all
                        "require-trusted-types-for 'script'"),
                "X-Content-Type-Options",
                "nosniff",
                "X-Frame-Options",
                "DENY",
                // the address holds the token
                "Referrer-Policy",
                "no-referrer",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cross-Origin-Resource-Policy",
                "same-origin");
    }
}
