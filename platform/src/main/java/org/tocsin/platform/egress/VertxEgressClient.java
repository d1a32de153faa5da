package org.tocsin.platform.egress;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

/** The guard and the exchange on Quarkus' own Vert.x, whose client can dial an address other than the host it names. */
@ApplicationScoped
class VertxEgressClient implements EgressClient {

    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int IDLE_SECONDS = 20;

    private final Vertx vertx;
    private final Clients clients;
    private final EgressGuard guard;
    private final String userAgent;

    @Inject
    VertxEgressClient(Vertx vertx, EgressConfig config, NameResolver resolver) {
        this.vertx = vertx;
        this.userAgent = config.userAgent();
        this.guard = new EgressGuard(ranges(config.allow()), resolver);
        this.clients = new Clients(
                vertx,
                new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setMaxPoolSize(config.connectionsPerServer())
                        .setKeepAliveTimeout(IDLE_SECONDS)
                        .setMaxHeaderSize(MAX_HEADER_BYTES)
                        // Decompressed by hand, because the limit must hold while a body unfolds.
                        .setDecompressionSupported(false)
                        .setVerifyHost(true));
    }

    private static List<AddressRange> ranges(Optional<List<String>> allow) {
        return allow.orElse(List.of()).stream().map(AddressRange::parse).toList();
    }

    @Override
    public Uni<EgressOutcome> send(EgressRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            Exchange exchange = new Exchange(
                    vertx,
                    vertx.getOrCreateContext(),
                    clients.of(request.identity()),
                    guard,
                    request,
                    outcome -> emitter.complete(outcome));
            exchange.start(Hop.first(request, userAgent));
        });
    }

    @PreDestroy
    void close() {
        clients.close();
    }
}
