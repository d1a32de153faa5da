package org.tocsin.platform.idempotency;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How {@code Idempotency-Key} is honoured. */
@ConfigMapping(prefix = "tocsin.idempotency")
interface IdempotencyConfig {

    /** How long an answer is kept. */
    @WithDefault("24h")
    Duration retention();

    /**
     * After this a request that was never answered is taken for lost in a crash, and may be carried out by its
     * repetition. Well above the longest transaction.
     */
    @WithDefault("5m")
    Duration patience();

    /** Bytes of the largest request body, and of the largest answer, that is covered. */
    @WithDefault("262144")
    int maxBytes();
}
