package dync.lsp.feature.token;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What the client was last told of each text, so that it can be told only what has changed. One answer is kept for each
 * text that is open.
 */
public final class Painted {
    /** The numbers of a word. */
    private static final int WORD = 5;

    private record Answer(String id, List<Integer> data) {}

    private final Map<String, Answer> last = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();

    /** All words, to be referred to later. */
    public SemanticTokens full(String uri, List<Integer> data) {
        return new SemanticTokens(keep(uri, data).id(), data);
    }

    /** What has changed since an answer, or all where that one is not known any more. */
    public Either<SemanticTokens, SemanticTokensDelta> since(String uri, String id, List<Integer> data) {
        Optional<Answer> known =
                Optional.ofNullable(last.get(uri)).filter(answer -> answer.id().equals(id));
        Answer now = keep(uri, data);
        return known.<Either<SemanticTokens, SemanticTokensDelta>>map(
                        before -> Either.forRight(new SemanticTokensDelta(edits(before.data(), data), now.id())))
                .orElseGet(() -> Either.forLeft(new SemanticTokens(now.id(), data)));
    }

    /** Forgets a text that is open no more. */
    public void closed(String uri) {
        last.remove(uri);
    }

    private Answer keep(String uri, List<Integer> data) {
        Answer answer = new Answer(Long.toString(ids.incrementAndGet()), data);
        last.put(uri, answer);
        return answer;
    }

    /** One edit for what lies between the words that are equal at the beginning and those at the end. */
    static List<SemanticTokensEdit> edits(List<Integer> before, List<Integer> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && equal(before, head, after, head)) {
            head += WORD;
        }
        int tail = 0;
        while (tail < shorter - head && equal(before, before.size() - tail - WORD, after, after.size() - tail - WORD)) {
            tail += WORD;
        }
        if (head == before.size() && head == after.size()) {
            return List.of();
        }
        return List.of(new SemanticTokensEdit(
                head, before.size() - head - tail, List.copyOf(after.subList(head, after.size() - tail))));
    }

    private static boolean equal(List<Integer> one, int from, List<Integer> other, int at) {
        return one.subList(from, from + WORD).equals(other.subList(at, at + WORD));
    }
}
