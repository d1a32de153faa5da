package org.tocsin.notify.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How deliveries are worked off. */
@ConfigMapping(prefix = "tocsin.notify.dispatch")
interface DispatchConfig {

    /** How often the tables are looked at when nothing wakes the dispatcher: for retries, and for other replicas' rows. */
    @WithDefault("500ms")
    Duration pollInterval();

    /** How long a lane is ours without a sign of life: after a crash, its deliveries wait no longer than this. */
    @WithDefault("5s")
    Duration lease();

    /** How many lanes are taken at a time. */
    @WithDefault("256")
    int lanes();
}
