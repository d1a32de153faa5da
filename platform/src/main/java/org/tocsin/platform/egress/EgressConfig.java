package org.tocsin.platform.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the service reaches addresses that somebody else has chosen. */
@ConfigMapping(prefix = "tocsin.egress")
interface EgressConfig {

    /** Address ranges (CIDR) that are opened although they are not public; for development and for the demo. */
    Optional<List<String>> allow();

    /** For one address; a name with several is tried address by address. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** Connections kept to one server at most; further requests wait for one of them. */
    @WithDefault("32")
    int connectionsPerServer();

    /** What we call ourselves where the caller says nothing else. */
    @WithDefault("Tocsin/0.1 (humanitarian early warning)")
    String userAgent();
}
