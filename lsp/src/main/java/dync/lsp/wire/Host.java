package dync.lsp.wire;

import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;

/** What a {@link Wire} asks of the server behind it. */
public interface Host {

    /** Why a request cannot be answered now; empty where it can. */
    Optional<ResponseError> refuses(String method);

    /** Told of a failure of the server's own. */
    void failed(String doing, Throwable failure);

    /** Told of something from the client that cannot be understood. */
    void misunderstood(String problem);
}
