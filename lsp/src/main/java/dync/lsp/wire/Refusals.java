package dync.lsp.wire;

import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What a client is told when its request is not answered: a sentence, never a stack trace. */
final class Refusals {
    private static final String SERVICES = "org.eclipse.lsp4j.services.";

    private Refusals() {}

    static ResponseError of(ResponseErrorCode code, String message) {
        return new ResponseError(code, message, null);
    }

    static ResponseError unknown(String method) {
        return of(ResponseErrorCode.MethodNotFound, "there is no method " + method + " here");
    }

    /** What came out of a request; a failure of the server's own is told to the host besides. */
    static ResponseError of(Throwable thrown, Host host) {
        Throwable failure = cause(thrown);
        if (failure instanceof ResponseErrorException refused) {
            return refused.getResponseError();
        }
        if (isLeftOut(failure)) {
            return of(ResponseErrorCode.MethodNotFound, "this method is not offered here");
        }
        host.failed("answering", failure);
        return of(ResponseErrorCode.InternalError, "dync failed while answering this; the log says at what");
    }

    /** What is wrong with the parameters of a message, as far as it is known. */
    static String problem(MessageIssueException wrong) {
        return wrong.getIssues().stream()
                .map(issue -> issue.getCause() == null ? issue.getText() : words(issue.getCause()))
                .map(text -> text.replaceAll(
                        "The accessor '.*' must return a non-null value\\. Path: \\$\\.params\\.?(.*)",
                        "$1 is missing"))
                .distinct()
                .reduce((one, other) -> one + "; " + other)
                .orElse("it is not as the protocol wants it");
    }

    /** The first line of a JSON reader's complaint, without names of Java classes. */
    static String words(Throwable complaint) {
        String message = complaint.getMessage() == null ? complaint.getClass().getSimpleName() : complaint.getMessage();
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\b([a-z]+\\.)+[A-Z]\\w*(Exception)?: ?", "")
                .replace("For input string:", "a number was expected, not");
    }

    private static Throwable cause(Throwable thrown) {
        return (thrown instanceof CompletionException || thrown instanceof JsonRpcException)
                        && thrown.getCause() != null
                ? cause(thrown.getCause())
                : thrown;
    }

    /** Methods of the protocol that a server has not got throw this from the protocol's own interfaces. */
    static boolean isLeftOut(Throwable failure) {
        return failure instanceof UnsupportedOperationException
                && failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith(SERVICES);
    }
}
