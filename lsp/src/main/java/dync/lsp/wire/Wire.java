package dync.lsp.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.MessageIssueException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.jsonrpc.validation.ReflectiveMessageValidator;

/**
 * A server and a client who send each other JSON. Whatever comes, something sensible happens: what is no message is
 * answered as JSON-RPC says, a request that fails is answered with a sentence, and a notification that fails is logged.
 *
 * @param <C> what the client can be told and asked
 */
public final class Wire<C> {
    /** Says on standard error what the protocol answers anyway, such as that a question was taken back too late. */
    private static final Logger CHATTER = Logger.getLogger("org.eclipse.lsp4j.jsonrpc");

    private final Host host;
    private final MessageJsonHandler json;
    private final MessageConsumer out;
    private final MessageConsumer in;
    private final C client;

    /**
     * @param service what answers the client
     * @param clientInterface what can be sent to it
     * @param send called with each message for the client, one at a time
     */
    public Wire(Object service, Class<C> clientInterface, Host host, Consumer<String> send) {
        CHATTER.setLevel(Level.SEVERE);
        this.host = host;
        Map<String, JsonRpcMethod> methods = new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(clientInterface));
        methods.putAll(ServiceEndpoints.getSupportedMethods(service.getClass()));
        this.json = new MessageJsonHandler(methods);
        Object turn = new Object();
        this.out = message -> {
            String text = json.serialize(message);
            synchronized (turn) {
                send.accept(text);
            }
        };
        Endpoint guarded = new Guarded(ServiceEndpoints.toEndpoint(service), methods, host);
        RemoteEndpoint endpoint = new RemoteEndpoint(out, guarded, thrown -> Refusals.of(thrown, host));
        json.setMethodProvider(endpoint);
        endpoint.setJsonHandler(json);
        this.in = new ReflectiveMessageValidator(endpoint);
        this.client = ServiceEndpoints.toServiceObject(endpoint, clientInterface);
    }

    /** The client, as an object to call. */
    public C client() {
        return client;
    }

    /** Takes one message from the client. Messages are taken in the order in which they came, by one thread. */
    public void receive(String text) {
        try {
            Message message = json.parseMessage(text);
            if (message == null) {
                refuse(
                        Optional.empty(),
                        text.isBlank() ? ResponseErrorCode.ParseError : ResponseErrorCode.InvalidRequest,
                        text.isBlank() ? "a message has no content" : "null is no message");
                return;
            }
            in.consume(Leniency.mended(message));
        } catch (MessageIssueException wrong) {
            misunderstood(text, wrong);
        } catch (JsonParseException | IllegalStateException | NumberFormatException noMessage) {
            refuseUnreadable(text, noMessage);
        } catch (RuntimeException | StackOverflowError failure) {
            host.failed("taking a message", failure);
        }
    }

    /** Answers something that is no message at all. */
    public void refuse(String problem) {
        refuse(Optional.empty(), ResponseErrorCode.ParseError, problem);
    }

    private void misunderstood(String text, MessageIssueException wrong) {
        Optional<String> noJson = noJson(text);
        if (wrong.getRpcMessage() instanceof RequestMessage request) {
            Optional<ResponseError> untimely = host.refuses(request.getMethod());
            if (untimely.isPresent()) {
                refuse(Optional.of(request), untimely.get());
                return;
            }
            refuse(
                    Optional.of(request),
                    noJson.isPresent() ? ResponseErrorCode.ParseError : ResponseErrorCode.InvalidParams,
                    noJson.orElseGet(() -> "params of " + request.getMethod() + ": " + Refusals.problem(wrong)));
        } else {
            host.misunderstood("a message is left out: " + noJson.orElseGet(() -> Refusals.problem(wrong)));
        }
    }

    private void refuseUnreadable(String text, Exception noMessage) {
        Optional<String> noJson = noJson(text);
        if (noJson.isPresent()) {
            refuse(noJson.get());
        } else if (text.stripLeading().startsWith("[")) {
            refuse(Optional.empty(), ResponseErrorCode.InvalidRequest, "messages must come one by one, not in a list");
        } else {
            refuse(
                    Optional.empty(),
                    ResponseErrorCode.InvalidRequest,
                    "this is no message of JSON-RPC: " + Refusals.words(noMessage));
        }
    }

    private void refuse(Optional<RequestMessage> request, ResponseErrorCode code, String problem) {
        refuse(request, Refusals.of(code, problem));
    }

    private void refuse(Optional<RequestMessage> request, ResponseError error) {
        ResponseMessage refusal = new ResponseMessage();
        request.ifPresent(known -> refusal.setRawId(known.getRawId()));
        refusal.setError(error);
        out.consume(refusal);
        if (request.isEmpty()) {
            host.misunderstood(error.getMessage());
        }
    }

    /** Why a text is no JSON; empty where it is. */
    private static Optional<String> noJson(String text) {
        try {
            JsonReader reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            JsonElement whole = JsonParser.parseReader(reader);
            return whole == null || reader.peek() != JsonToken.END_DOCUMENT
                    ? Optional.of("there is more, or less, than one piece of JSON")
                    : Optional.empty();
        } catch (IOException | JsonParseException | IllegalStateException wrong) {
            return Optional.of("this is no JSON: " + Refusals.words(wrong));
        }
    }
}
