package org.tocsin.platform.egress;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PemKeyCertOptions;

/**
 * One HTTP client for everybody, and one for each identity that servers with mutual TLS know us by: a connection that was
 * opened with one identity must not serve another. The identities used least recently are closed.
 */
final class Clients {

    private static final int KEPT = 100;

    private final Vertx vertx;
    private final HttpClientOptions options;
    private final HttpClient anonymous;
    private final Map<TlsIdentity, HttpClient> identified = new LinkedHashMap<>(KEPT, 0.75f, true);

    Clients(Vertx vertx, HttpClientOptions options) {
        this.vertx = vertx;
        this.options = options;
        this.anonymous = vertx.createHttpClient(options);
    }

    HttpClient of(@Nullable TlsIdentity identity) {
        if (identity == null) {
            return anonymous;
        }
        synchronized (identified) {
            HttpClient client = identified.computeIfAbsent(identity, this::create);
            if (identified.size() > KEPT) {
                TlsIdentity eldest = identified.keySet().iterator().next();
                identified.remove(eldest).close();
            }
            return client;
        }
    }

    private HttpClient create(TlsIdentity identity) {
        return vertx.createHttpClient(new HttpClientOptions(options)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(identity.certificate()))
                        .addKeyValue(Buffer.buffer(identity.key()))));
    }

    void close() {
        anonymous.close();
        synchronized (identified) {
            identified.values().forEach(HttpClient::close);
            identified.clear();
        }
    }
}
