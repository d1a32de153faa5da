package org.tocsin.platform.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.platform.egress.EgressOutcome.Answered;
import org.tocsin.platform.egress.EgressOutcome.Failed;
import org.tocsin.platform.egress.EgressOutcome.Failure;
import org.tocsin.platform.egress.EgressOutcome.Refused;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class VertxEgressClientTest {

    private static final byte[] HELLO = "سلام".getBytes(UTF_8);

    private final Vertx vertx = Vertx.vertx();
    private final VertxEgressClient client = client("127.0.0.0/8", new SystemNameResolver());

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void answersWithStatusHeadersAndBody() throws IOException {
        try (Peer peer = new Peer(Peer.answering("200 OK\r\nETag: \"a\"\r\nX-Two: 1\r\nX-Two: 2", HELLO))) {
            EgressOutcome outcome = send(get(peer.url("/feed?x=%20y")));

            assertThat(outcome).isInstanceOfSatisfying(Answered.class, answer -> {
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(HELLO);
                assertThat(answer.truncated()).isFalse();
                assertThat(answer.headers()).containsEntry("etag", List.of("\"a\""));
                assertThat(answer.headers()).containsEntry("x-two", List.of("1", "2"));
            });
            assertThat(peer.heads().get(0))
                    .startsWith("GET /feed?x=%20y HTTP/1.1")
                    .containsIgnoringCase("host: 127.0.0.1:" + peer.port())
                    .containsIgnoringCase("user-agent: test");
        }
    }

    @Test
    void refusesLoopbackUnlessItIsOpened() throws IOException {
        try (Peer peer = new Peer(Peer.answering("200 OK", HELLO))) {
            VertxEgressClient closed = client("192.168.0.0/16", new SystemNameResolver());

            assertThat(closed.send(get(peer.url("/"))).await().atMost(Duration.ofSeconds(60)))
                    .isInstanceOf(Refused.class);
            assertThat(peer.heads()).isEmpty();
            closed.close();
        }
    }

    @Test
    void refusesARedirectToAPrivateNetwork() throws IOException {
        try (Peer peer = new Peer(Peer.answering("302 Found\r\nLocation: http://169.254.169.254/secret", HELLO))) {
            assertThat(send(get(peer.url("/")))).isInstanceOf(Refused.class);
        }
    }

    @Test
    void checksANameAgainAtEachHop() throws IOException {
        AtomicInteger look = new AtomicInteger();
        NameResolver rebinding =
                host -> List.of(InetAddress.getByName(look.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1"));
        VertxEgressClient rebound = client("127.0.0.0/8", rebinding);
        try (Peer peer = new Peer(Peer.answering("302 Found\r\nLocation: /again", HELLO))) {
            URI uri = URI.create("http://feeds.example.org:" + peer.port() + "/");

            assertThat(rebound.send(get(uri.toString())).await().atMost(Duration.ofSeconds(60)))
                    .isInstanceOf(Refused.class);
            assertThat(peer.heads()).hasSize(1);
            assertThat(peer.heads().get(0)).containsIgnoringCase("host: feeds.example.org:" + peer.port());
        } finally {
            rebound.close();
        }
    }

    @Test
    void triesTheNextAddressWhenOneDoesNotAnswer() throws IOException {
        try (Peer peer = new Peer(Peer.answering("200 OK", HELLO))) {
            VertxEgressClient two = client("127.0.0.0/8", host -> addresses("127.0.0.2", "127.0.0.1"));

            assertThat(two.send(get("http://two.example.org:" + peer.port() + "/"))
                            .await()
                            .atMost(Duration.ofSeconds(60)))
                    .isInstanceOf(Answered.class);
            two.close();
        }
    }

    @Test
    void followsRedirectsAndSaysWhetherTheyWerePermanent() throws IOException {
        Peer.Script script = (head, out) -> {
            if (head.startsWith("GET /new")) {
                Peer.answering("200 OK", HELLO).answer(head, out);
            } else {
                Peer.answering("301 Moved Permanently\r\nLocation: /new", new byte[0])
                        .answer(head, out);
            }
        };
        try (Peer peer = new Peer(script)) {
            assertThat(send(get(peer.url("/old")))).isInstanceOfSatisfying(Answered.class, answer -> {
                assertThat(answer.uri()).isEqualTo(URI.create(peer.url("/new")));
                assertThat(answer.movedPermanently()).isTrue();
            });
        }
    }

    @Test
    void keepsCredentialsFromAnotherOrigin() throws IOException {
        try (Peer other = new Peer(Peer.answering("200 OK", HELLO));
                Peer peer = new Peer(Peer.answering("307 Temporary\r\nLocation: " + other.url("/"), HELLO))) {
            Map<String, String> headers = Map.of("Authorization", "Bearer x", "Cookie", "a=b", "X-Kept", "yes");
            send(new EgressRequest("GET", URI.create(peer.url("/")), headers, null, 3, 1_000, Duration.ofSeconds(5)));

            assertThat(peer.heads().get(0)).containsIgnoringCase("authorization: Bearer x");
            assertThat(other.heads().get(0))
                    .doesNotContainIgnoringCase("authorization")
                    .doesNotContainIgnoringCase("cookie")
                    .containsIgnoringCase("x-kept: yes");
        }
    }

    @Test
    void leavesARedirectToTheCallerWhenNoneIsAllowed() throws IOException {
        try (Peer peer = new Peer(Peer.answering("302 Found\r\nLocation: http://10.0.0.1/", HELLO))) {
            EgressRequest post = new EgressRequest(
                    "POST", URI.create(peer.url("/hook")), Map.of(), HELLO, 0, 1_000, Duration.ofSeconds(5));

            assertThat(send(post)).isInstanceOfSatisfying(Answered.class, answer -> assertThat(answer.status())
                    .isEqualTo(302));
            assertThat(peer.heads()).hasSize(1);
        }
    }

    @Test
    void endsALoopOfRedirects() throws IOException {
        try (Peer peer = new Peer(Peer.answering("302 Found\r\nLocation: /", HELLO))) {
            assertThat(failure(get(peer.url("/")))).isEqualTo(Failure.TOO_MANY_REDIRECTS);
            assertThat(peer.heads()).hasSize(4);
        }
    }

    @Test
    void cutsAHugeBodyOff() throws IOException {
        Peer.Script endless = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(US_ASCII));
            byte[] chunk = new byte[8192];
            while (true) {
                out.write(chunk);
            }
        };
        try (Peer peer = new Peer(endless)) {
            assertThat(send(get(peer.url("/")))).isInstanceOfSatisfying(Answered.class, answer -> {
                assertThat(answer.truncated()).isTrue();
                assertThat(answer.body()).hasSize(1_000);
            });
            await().untilAsserted(() -> assertThat(peer.heads()).contains("closed"));
        }
    }

    @Test
    void cutsAZipBombOffWhileItUnfolds() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        try (Peer peer = new Peer(Peer.answering("200 OK\r\nContent-Encoding: gzip", bomb))) {
            EgressRequest request = new EgressRequest(
                    "GET", URI.create(peer.url("/")), Map.of(), null, 0, 100_000, Duration.ofSeconds(5));

            assertThat(send(request)).isInstanceOfSatisfying(Answered.class, answer -> {
                assertThat(answer.truncated()).isTrue();
                assertThat(answer.body()).hasSize(100_000);
            });
        }
    }

    @Test
    void unpacksGzip() throws IOException {
        try (Peer peer = new Peer(Peer.answering("200 OK\r\nContent-Encoding: gzip", gzip(HELLO)))) {
            assertThat(send(get(peer.url("/"))))
                    .isInstanceOfSatisfying(
                            Answered.class, answer -> assertThat(answer.body()).isEqualTo(HELLO));
        }
    }

    @Test
    void doesNotTrustACodingThatIsAbsentOrBroken() throws IOException {
        try (Peer broken = new Peer(Peer.answering("200 OK\r\nContent-Encoding: gzip", HELLO));
                Peer unknown = new Peer(Peer.answering("200 OK\r\nContent-Encoding: br", HELLO))) {
            assertThat(failure(get(broken.url("/")))).isEqualTo(Failure.BAD_ANSWER);
            assertThat(failure(get(unknown.url("/")))).isEqualTo(Failure.BAD_ANSWER);
        }
    }

    @Test
    void givesUpOnServersThatHangOrDrip() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Peer.Script drip = (head, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(US_ASCII));
            try {
                do {
                    out.write('.');
                    out.flush();
                } while (!over.await(20, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Peer.Script hang = (head, out) -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        try (Peer dripping = new Peer(drip);
                Peer hanging = new Peer(hang)) {
            assertThat(failure(hasty(dripping.url("/")))).isEqualTo(Failure.TIMEOUT);
            assertThat(failure(hasty(hanging.url("/")))).isEqualTo(Failure.TIMEOUT);
            over.countDown();
        }
    }

    @Test
    void tellsLostConnectionsRefusedOnesAndRubbishApart() throws IOException {
        Peer.Script early =
                (head, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(US_ASCII));
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        try (Peer half = new Peer(early);
                Peer silent = new Peer((head, out) -> {});
                Peer rubbish = new Peer((head, out) -> out.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes(US_ASCII)))) {
            assertThat(failure(get(half.url("/")))).isEqualTo(Failure.CONNECTION_LOST);
            assertThat(failure(get(silent.url("/")))).isEqualTo(Failure.CONNECTION_LOST);
            assertThat(failure(get(rubbish.url("/")))).isEqualTo(Failure.BAD_ANSWER);
            assertThat(failure(get("http://127.0.0.1:" + unused + "/"))).isEqualTo(Failure.CONNECT);
        }
    }

    @Test
    void trustsNobodyWhoSignedForHimself(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("self-signed.p12");
        new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "peer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        "for-this-test")
                .inheritIO()
                .start()
                .waitFor();
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword("for-this-test"));
        HttpServer server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end("seen"))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(failure(get("https://127.0.0.1:" + server.actualPort() + "/")))
                .isEqualTo(Failure.TLS);
    }

    @Test
    void saysWhenANameDoesNotExist() {
        VertxEgressClient nowhere = client("127.0.0.0/8", host -> {
            throw new UnknownHostException(host);
        });

        assertThat(nowhere.send(get("http://nowhere.example.org/")).await().atMost(Duration.ofSeconds(60)))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).isEqualTo(Failure.DNS));
        nowhere.close();
    }

    @Test
    void refusesHeadersThatWouldSmuggle() throws IOException {
        try (Peer peer = new Peer(Peer.answering("200 OK", HELLO))) {
            Map<String, String> headers = Map.of("X-Name", "a\r\nX-Injected: b");
            EgressRequest request =
                    new EgressRequest("GET", URI.create(peer.url("/")), headers, null, 0, 1_000, Duration.ofSeconds(5));

            assertThat(send(request)).isInstanceOf(Refused.class);
            assertThat(peer.heads()).isEmpty();
        }
    }

    private EgressOutcome send(EgressRequest request) {
        return client.send(request).await().atMost(Duration.ofSeconds(60));
    }

    private Failure failure(EgressRequest request) {
        EgressOutcome outcome = send(request);
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).failure();
    }

    private static EgressRequest get(String url) {
        return new EgressRequest("GET", URI.create(url), Map.of(), null, 3, 1_000, Duration.ofSeconds(5));
    }

    private static EgressRequest hasty(String url) {
        return new EgressRequest("GET", URI.create(url), Map.of(), null, 0, 100_000, Duration.ofMillis(300));
    }

    private VertxEgressClient client(String allowed, NameResolver resolver) {
        return new VertxEgressClient(vertx, new TestConfig(Optional.of(List.of(allowed))), resolver);
    }

    private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
        return List.of(InetAddress.getByName(literals[0]), InetAddress.getByName(literals[1]));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private record TestConfig(Optional<List<String>> allow) implements EgressConfig {

        @Override
        public Duration connectTimeout() {
            return Duration.ofSeconds(2);
        }

        @Override
        public int connectionsPerServer() {
            return 4;
        }

        @Override
        public String userAgent() {
            return "test";
        }
    }
}
