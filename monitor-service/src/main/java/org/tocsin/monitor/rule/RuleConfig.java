package org.tocsin.monitor.rule;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How changed rules are noticed. */
@ConfigMapping(prefix = "tocsin.rules")
interface RuleConfig {

    /** How often each replica looks whether rules have changed. */
    @WithDefault("500ms")
    Duration refresh();
}
