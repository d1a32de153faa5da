package org.tocsin.alert.stream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the event stream. */
@ConfigMapping(prefix = "tocsin.alert.stream")
interface StreamConfig {

    /** How many readers one replica serves at a time. */
    @WithDefault("200")
    int maxReaders();

    /** How often a reader is served. */
    @WithDefault("500ms")
    Duration pace();

    /** How long a reader hears nothing at most. */
    @WithDefault("15s")
    Duration heartbeat();

    /** After this a reader must come again, with a token that is still good. */
    @WithDefault("30m")
    Duration lifetime();
}
