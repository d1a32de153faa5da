package org.tocsin.monitor.source;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often sources may be polled. */
@ConfigMapping(prefix = "tocsin.sources")
interface SourceConfig {

    /** The shortest interval that may be asked for: courtesy to publishers; a demonstration may shorten it. */
    @WithDefault("1m")
    Duration minimumInterval();

    /** The longest interval that may be asked for. */
    @WithDefault("7d")
    Duration maximumInterval();

    /** The interval of a source that says nothing about it. */
    @WithDefault("10m")
    Duration defaultInterval();

    /** How often to look whether sources have fallen silent; {@code off} stops it. */
    @WithDefault("1m")
    String watch();
}
