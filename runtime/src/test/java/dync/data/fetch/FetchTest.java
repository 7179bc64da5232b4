package dync.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTest {
    private static final byte[] CONTENT = "some images".repeat(1000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private volatile int serverCuts = Integer.MAX_VALUE;
    private volatile boolean serverStalls;
    private Duration patience = Duration.ofSeconds(20);

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] file = gzip(CONTENT);
        server.createContext("/", exchange -> {
            if (!exchange.getRequestURI().getPath().equals("/set/a.gz")) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, serverStalls ? file.length : Math.min(file.length, serverCuts));
                exchange.getResponseBody().write(file, 0, Math.min(file.length, serverCuts));
                exchange.getResponseBody().flush();
                if (serverStalls) {
                    return;
                }
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static FileSum sum(String name) {
        try {
            return new UnpackedSum(
                    name,
                    CONTENT.length,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private HttpSource http(String... names) {
        return new HttpSource(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/set/"), List.of(names), patience);
    }

    private Path target() {
        return folder.resolve("cache/set");
    }

    private Path fetch(FetchSource... sources) {
        return new Fetch("set", List.of(sum("a.gz")), target(), List.of(sources)).run(said::add);
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void installedFilesAreUsedInPlace() throws IOException {
        Path installed = Files.createDirectory(folder.resolve("installed"));
        Files.write(installed.resolve("a.gz"), gzip(CONTENT));
        assertThat(fetch(new InstalledSource(installed))).isEqualTo(installed);
        assertThat(said).last().asString().contains("set is in " + installed);
        assertNothingLeft();
    }

    @Test
    void aDownloadAppearsWholeInTheCacheAndIsNotFetchedTwice() throws IOException {
        assertThat(fetch(new InstalledSource(folder.resolve("none")), http("a.gz")))
                .isEqualTo(target());
        assertThat(target().resolve("a.gz")).exists();
        assertThat(said).anyMatch(line -> line.startsWith("that did not work: there is no such folder"));
        server.stop(0);
        said.clear();
        assertThat(fetch(http("a.gz"))).isEqualTo(target());
        assertThat(said).hasSize(1);
    }

    @Test
    void aDamagedFileInTheCacheIsReplaced() throws IOException {
        Files.createDirectories(target());
        Files.write(target().resolve("a.gz"), new byte[] {1, 2, 3});
        fetch(http("a.gz"));
        assertThat(sum("a.gz").problem(target())).isEmpty();
    }

    @Test
    void whenAllFailEveryAttemptIsNamedAndNothingIsLeft() throws IOException {
        serverCuts = 40;
        assertThatThrownBy(() -> fetch(
                        new InstalledSource(folder.resolve("none")),
                        new AptSource("dync-no-such-package", Path.of("/usr/share/none")),
                        http("a.gz"),
                        http("b.gz")))
                .isInstanceOfSatisfying(
                        DataUnavailable.class, e -> assertThat(e.help()).isPresent())
                .hasMessageContainingAll(
                        "set could not be obtained",
                        "none: there is no such folder",
                        "Debian's package dync-no-such-package",
                        "a.gz is damaged",
                        "the server answers 404 for b.gz");
        assertNothingLeft();
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() {
        serverCuts = 40;
        serverStalls = true;
        patience = Duration.ofSeconds(1);
        assertThatThrownBy(() -> fetch(http("a.gz"))).hasMessageContaining("a.gz came to a halt for 1 s");
    }

    @Test
    void otherContentsOfTheSameLengthAreRefused() throws IOException {
        Path installed = Files.createDirectory(folder.resolve("installed"));
        byte[] other = CONTENT.clone();
        other[5]++;
        Files.write(installed.resolve("a.gz"), gzip(other));
        assertThatThrownBy(() -> fetch(new InstalledSource(installed))).hasMessageContaining("has the SHA-256 sum");
    }

    /** An archive as tar writes it: a file in a folder, one outside of it, and one that was not asked for. */
    private static byte[] tar(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (String name : List.of("set/other.txt", "../../wanted.bin")) {
            byte[] header = new byte[512];
            byte[] title = name.getBytes(StandardCharsets.UTF_8);
            System.arraycopy(title, 0, header, 0, title.length);
            byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(size, 0, header, 124, size.length);
            header[156] = '0';
            out.write(header);
            out.write(content);
            out.write(new byte[(512 - content.length % 512) % 512]);
        }
        out.write(new byte[1024]);
        return gzip(out.toByteArray());
    }

    private ArchiveSource archive(String md5) {
        HttpSource server = new HttpSource(
                URI.create("http://127.0.0.1:" + this.server.getAddress().getPort() + "/archive/"),
                List.of("set.tar.gz"),
                patience);
        return new ArchiveSource(server, new PublishedSum("set.tar.gz", md5), List.of("wanted.bin"));
    }

    @Test
    void theFilesOfAnArchiveAreTakenFromItAndNothingElse() throws Exception {
        byte[] archive = tar(CONTENT);
        server.createContext("/archive", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
        List<FileSum> files = List.of(new FileSize("wanted.bin", CONTENT.length));
        assertThatThrownBy(() -> new Fetch("set", files, target(), List.of(archive("00"))).run(said::add))
                .hasMessageContaining("set.tar.gz has the MD5 sum " + md5 + " instead of 00");
        assertNothingLeft();
        Path fetched = new Fetch("set", files, target(), List.of(archive(md5))).run(said::add);
        assertThat(fetched.resolve("wanted.bin")).hasBinaryContent(CONTENT);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).containsExactly(fetched.resolve("wanted.bin"));
        }
    }
}
