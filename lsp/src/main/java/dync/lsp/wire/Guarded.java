package dync.lsp.wire;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** A server that refuses what it cannot answer now, and whose failures end no connection. */
record Guarded(Endpoint service, Map<String, JsonRpcMethod> methods, Host host) implements Endpoint {

    @Override
    public CompletableFuture<?> request(String method, Object params) {
        Optional<ResponseError> refusal = refusal(method, params);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(new ResponseErrorException(refusal.get()));
        }
        try {
            return service.request(method, params);
        } catch (RuntimeException | StackOverflowError failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private Optional<ResponseError> refusal(String method, Object params) {
        Optional<ResponseError> untimely = host.refuses(method);
        if (untimely.isPresent()) {
            return untimely;
        }
        if (!methods.containsKey(method)) {
            return Optional.of(Refusals.unknown(method));
        }
        return params == null && wantsParams(method)
                ? Optional.of(Refusals.of(ResponseErrorCode.InvalidParams, "params of " + method + " are missing"))
                : Optional.empty();
    }

    private boolean wantsParams(String method) {
        return methods.get(method).getParameterTypes().length > 0;
    }

    @Override
    public void notify(String method, Object params) {
        // the protocol wants notifications that are not known to be dropped without a word
        if (methods.containsKey(method)) {
            if (params == null && wantsParams(method) && !method.equals("initialized")) {
                host.misunderstood("params of " + method + " are missing");
                return;
            }
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
