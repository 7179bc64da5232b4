package dync.compiler.diagnostic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The long explanations of codes: what each means, an example that is wrong, and the same mended. */
public final class Explanations {
    private Explanations() {}

    /** The code that somebody wrote, in upper or lower case. */
    public static Optional<Code> code(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Code.values())
                .filter(code -> code.name().equals(name))
                .findFirst();
    }

    /** The page of a code as Markdown; empty where nobody has written it yet, which a test forbids. */
    public static Optional<String> of(Code code) {
        try (InputStream page =
                Explanations.class.getResourceAsStream("/dync/compiler/explain/" + code.name() + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the explanation of " + code + " cannot be read", e);
        }
    }
}
