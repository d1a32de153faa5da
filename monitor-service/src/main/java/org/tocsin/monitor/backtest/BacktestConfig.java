package org.tocsin.monitor.backtest;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a backtest may take from live reading. */
@ConfigMapping(prefix = "tocsin.backtest")
interface BacktestConfig {

    /** How many documents are held in memory at a time. */
    @WithDefault("50")
    int page();

    /** How long it rests after each page, as a part of the time that the page took: 1 leaves half of a core. */
    @WithDefault("1.0")
    double rest();

    /** A backtest whose process was killed is forgotten after this time. */
    @WithDefault("P1D")
    Duration forgottenAfter();
}
