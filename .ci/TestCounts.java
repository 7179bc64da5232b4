import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/**
 * Adds up what Surefire reports of all modules. Run as {@code java .ci/TestCounts.java ROOT}; answers with 1 if a test
 * failed or none ran.
 */
public class TestCounts {
    private record Counts(int tests, int failed, int skipped) {
        Counts plus(Counts other) {
            return new Counts(tests + other.tests, failed + other.failed, skipped + other.skipped);
        }
    }

    public static void main(String[] args) throws IOException {
        Counts sum = reports(Path.of(args[0])).stream().map(TestCounts::read).reduce(new Counts(0, 0, 0), Counts::plus);
        int passed = sum.tests - sum.failed - sum.skipped;
        System.out.printf("%d passed, %d failed, %d skipped%n", passed, sum.failed, sum.skipped);
        System.exit(passed > 0 && sum.failed == 0 ? 0 : 1);
    }

    private static List<Path> reports(Path root) throws IOException {
        try (Stream<Path> files = Files.find(root, 4, (path, attributes) -> path.toAbsolutePath().getParent().endsWith("surefire-reports")
                && path.getFileName().toString().matches("TEST-.*\\.xml"))) {
            return files.toList();
        }
    }

    private static Counts read(Path report) {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
            return new Counts(
                    number(suite, "tests"), number(suite, "failures") + number(suite, "errors"), number(suite, "skipped"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(report + " cannot be read", e);
        }
    }

    private static int number(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }
}
