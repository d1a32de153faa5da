package org.tocsin.platform.token;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How tokens are issued. How they are verified is SmallRye JWT's configuration. */
@ConfigMapping(prefix = "tocsin.token")
interface TokenConfig {

    /** Longest lifetime that is given out. */
    @WithDefault("366d")
    Duration maxLifetime();
}
