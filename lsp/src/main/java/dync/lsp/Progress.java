package dync.lsp;

import java.util.Optional;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Tells a client that work begins and ends, where it has asked to be told. */
final class Progress implements AutoCloseable {
    private final DynClient remote;
    private final Optional<Either<String, Integer>> token;

    private Progress(DynClient remote, Optional<Either<String, Integer>> token) {
        this.remote = remote;
        this.token = token;
    }

    /** @param token as the request brings it; null where the client does not want to know */
    static Progress begin(DynClient remote, Either<String, Integer> token, String title) {
        WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
        begin.setTitle(title);
        begin.setCancellable(true);
        Progress progress = new Progress(remote, Optional.ofNullable(token));
        progress.token.ifPresent(told -> remote.notifyProgress(new ProgressParams(told, Either.forLeft(begin))));
        return progress;
    }

    @Override
    public void close() {
        token.ifPresent(
                told -> remote.notifyProgress(new ProgressParams(told, Either.forLeft(new WorkDoneProgressEnd()))));
    }
}
