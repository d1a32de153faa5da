package org.tocsin.monitor.websub;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether and how hubs reach us. */
@ConfigMapping(prefix = "tocsin.websub")
interface WebSubConfig {

    /** How hubs reach monitor-service: {@code https://monitor.example.org}. Without it nothing is subscribed to. */
    Optional<URI> callback();

    /** For how long we ask to be pushed; the hub decides. */
    @WithDefault("10d")
    Duration lease();

    /** How often to look for subscriptions to make or renew; {@code off} stops it. */
    @WithDefault("10s")
    String tick();

    /** Of one request to a hub. */
    @WithDefault("15s")
    Duration timeout();
}
