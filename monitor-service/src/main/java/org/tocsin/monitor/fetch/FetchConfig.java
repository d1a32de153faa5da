package org.tocsin.monitor.fetch;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Limits of one request to a feed. */
@ConfigMapping(prefix = "tocsin.fetch")
interface FetchConfig {

    /** Of the whole exchange, redirects and body included. */
    @WithDefault("20s")
    Duration timeout();

    /** Of the body after decompression; what is longer is cut. */
    @WithDefault("8388608")
    long maxBytes();

    /** How many redirects are followed; each target is checked anew. */
    @WithDefault("5")
    int maxRedirects();

    /** Of the page of a single report, and of robots.txt. */
    @WithDefault("10s")
    Duration articleTimeout();

    /** Whether robots.txt is obeyed; a single source can be exempted by its {@code ignoreRobots}. */
    @WithDefault("true")
    boolean robots();

    /** How we introduce ourselves to publishers. */
    @WithDefault("Tocsin/0.1 (humanitarian early warning)")
    String userAgent();
}
