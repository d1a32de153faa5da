package org.tocsin.notify.intake;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long ordinary updates of an alert wait after something was sent about it; first alerts and all that is urgent never wait. */
@ConfigMapping(prefix = "tocsin.notify.cool-down")
interface CoolDownConfig {

    /** Of e-mails: nobody wants ten mails on one event in a minute, but news must be told within one. */
    @WithDefault("30s")
    Duration email();

    /** Of webhooks; machines do not tire. */
    @WithDefault("0s")
    Duration webhook();
}
