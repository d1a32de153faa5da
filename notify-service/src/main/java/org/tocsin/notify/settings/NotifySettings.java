package org.tocsin.notify.settings;

import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings under {@code tocsin.notify}. */
@ConfigMapping(prefix = "tocsin.notify")
public interface NotifySettings {

    /** Where subscribers reach the public pages, as seen from outside. */
    String publicUrl();

    /** Whether a new e-mail address gets nothing but a request to confirm until its owner has confirmed. */
    @WithDefault("true")
    boolean doubleOptIn();

    /** Base64 of at least 32 random bytes, from which the keys for secrets and links are derived. */
    Optional<String> key();

    /** Keys that {@link #key} replaced: what they sealed and signed stays good. */
    Optional<List<String>> previousKeys();
}
