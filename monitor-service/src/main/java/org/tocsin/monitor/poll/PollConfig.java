package org.tocsin.monitor.poll;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How sources are visited. */
@ConfigMapping(prefix = "tocsin.poll")
interface PollConfig {

    /** How often to look whether the time of a source has come; {@code off} stops polling. */
    @WithDefault("1s")
    String tick();

    /** How many sources this replica visits at the same time. */
    @WithDefault("8")
    int workers();

    /** How long a visit may take until another replica may repeat it; longer than any fetch. */
    @WithDefault("90s")
    Duration lease();

    /** The longest pause that a publisher's cache hints can cause. */
    @WithDefault("1h")
    Duration longestHint();

    /** The longest pause after failures, also the longest {@code Retry-After} that is honoured. */
    @WithDefault("6h")
    Duration longestBackOff();
}
