package dync.lsp.wire;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;

/** A server that refuses what it cannot answer now, and whose failures end no connection. */
record Guarded(Endpoint service, Set<String> methods, Host host) implements Endpoint {

    @Override
    public CompletableFuture<?> request(String method, Object params) {
        Optional<ResponseError> refusal = host.refuses(method)
                .or(() -> methods.contains(method) ? Optional.empty() : Optional.of(Refusals.unknown(method)));
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new ResponseErrorException(refusal.get()));
        }
        try {
            return service.request(method, params);
        } catch (RuntimeException | StackOverflowError failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    @Override
    public void notify(String method, Object params) {
        // the protocol wants notifications that are not known to be dropped without a word
        if (methods.contains(method)) {
            try {
                service.notify(method, params);
            } catch (RuntimeException | StackOverflowError failure) {
                if (!Refusals.isLeftOut(failure)) {
                    host.failed("taking " + method, failure);
                }
            }
        }
    }
}
