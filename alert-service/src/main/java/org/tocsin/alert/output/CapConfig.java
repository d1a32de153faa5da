package org.tocsin.alert.output;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How CAP messages present us. */
@ConfigMapping(prefix = "tocsin.alert.cap")
interface CapConfig {

    /** CAP's sender, unique in the world: a domain or an address, without spaces, commas, &lt; and &amp;. */
    @WithDefault("tocsin.localdomain")
    String sender();
}
