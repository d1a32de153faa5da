package org.tocsin.monitor.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a new installation starts with. */
@ConfigMapping(prefix = "tocsin.seeds")
interface SeedConfig {

    /** Whether an empty database gets the public sources that come with Tocsin. */
    @WithDefault("true")
    boolean sources();
}
