package org.tocsin.platform.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are taken in. */
@ConfigMapping(prefix = "tocsin.inbox")
interface InboxConfig {

    /** Bytes of the largest event that is handled. */
    @WithDefault("1048576")
    int maxEventBytes();

    /** How long ids of handled events are kept: well beyond what the broker keeps, mostly seven days. */
    @WithDefault("30d")
    Duration retention();

    /** How often an event is tried again that lost a race for a row, before it becomes a dead letter. */
    @WithDefault("8")
    int maxContentionRetries();
}
