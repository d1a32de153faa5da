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

    /** Of reports on pages of their own, how many are fetched in one visit; the others wait for the next. */
    @WithDefault("20")
    int articlesPerVisit();

    /** How long one visit goes on fetching such pages; with the limits of a fetch it must fit into the lease. */
    @WithDefault("25s")
    Duration articleTime();

    /** Between two pages of one server; longer where its robots.txt asks for it, up to ten times as long. */
    @WithDefault("1s")
    Duration articlePause();

    /** The longest pause that a publisher's cache hints can cause. */
    @WithDefault("1h")
    Duration longestHint();

    /** The longest pause after failures, also the longest {@code Retry-After} that is honoured. */
    @WithDefault("6h")
    Duration longestBackOff();
}
