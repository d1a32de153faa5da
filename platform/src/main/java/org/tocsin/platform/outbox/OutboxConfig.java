package org.tocsin.platform.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the outbox is relayed. The defaults suit every installation that we know of. */
@ConfigMapping(prefix = "tocsin.outbox")
interface OutboxConfig {

    /** Rows that are sent at once. */
    @WithDefault("500")
    int batchSize();

    /** Bytes that are sent at once, more or less: the last row may exceed it. Bounds the relay's memory. */
    @WithDefault("8388608")
    long batchBytes();

    /** Bytes of the largest event that may be added; below the broker's {@code message.max.bytes}. */
    @WithDefault("900000")
    int maxEventBytes();

    /** How often to look without having been woken, for what another replica left behind. */
    @WithDefault("1s")
    Duration pollInterval();

    /** How long a lane stays ours without renewal: another replica takes over what a dead one has left after this. */
    @WithDefault("15s")
    Duration lease();

    /** How long the broker may leave a batch unacknowledged before another replica may try its own luck with it. */
    @WithDefault("60s")
    Duration patience();
}
