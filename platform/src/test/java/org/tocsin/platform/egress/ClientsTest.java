package org.tocsin.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who we are to a server that asks for a client certificate. */
class ClientsTest {

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private TlsIdentity server;
    private TlsIdentity ours;

    @BeforeEach
    void makeCertificates() throws Exception {
        server = certificate("server");
        ours = certificate("ours");
    }

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void aServerThatAsksForACertificateGetsTheOneOfTheRequest() throws Exception {
        HttpServer listening = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setHost("127.0.0.1")
                        .setPort(0)
                        .setClientAuth(ClientAuth.REQUIRED)
                        .setKeyCertOptions(new PemKeyCertOptions()
                                .addCertValue(Buffer.buffer(server.certificate()))
                                .addKeyValue(Buffer.buffer(server.key())))
                        .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(ours.certificate()))))
                .requestHandler(request -> request.response().setStatusCode(204).end())
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        Clients clients = new Clients(
                vertx,
                new HttpClientOptions()
                        .setSsl(true)
                        .setVerifyHost(false)
                        .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(server.certificate()))));

        assertThat(status(clients, ours, listening.actualPort())).isEqualTo(204);
        assertThatThrownBy(() -> status(clients, null, listening.actualPort())).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> status(clients, certificate("stranger"), listening.actualPort()))
                .isInstanceOf(ExecutionException.class);
        assertThat(clients.of(ours)).isSameAs(clients.of(new TlsIdentity(ours.certificate(), ours.key())));
        clients.close();
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        assertThatCode(() -> ours.check()).doesNotThrowAnyException();
        assertThatThrownBy(() -> new TlsIdentity(ours.certificate(), server.key()).check())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("belong");
        for (TlsIdentity bad : new TlsIdentity[] {
            new TlsIdentity("", ""), new TlsIdentity(ours.certificate(), "nonsense"), new TlsIdentity("x", ours.key())
        }) {
            assertThatThrownBy(bad::check).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ours.toString()).doesNotContain("BEGIN");
    }

    private static int status(Clients clients, @Nullable TlsIdentity identity, int port) throws Exception {
        return clients.of(identity)
                .request(HttpMethod.POST, port, "127.0.0.1", "/")
                .compose(HttpClientRequest::send)
                .map(response -> response.statusCode())
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private TlsIdentity certificate(String name) throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=" + name,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return new TlsIdentity(
                pem("CERTIFICATE", store.getCertificate(name).getEncoded()),
                pem("PRIVATE KEY", store.getKey(name, "changeit".toCharArray()).getEncoded()));
    }

    private static String pem(String kind, byte[] encoded) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + kind + "-----\n";
    }
}
