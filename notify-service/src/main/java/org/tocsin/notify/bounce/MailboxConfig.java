package org.tocsin.notify.bounce;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The mailbox that bounces and complaints come to. */
@ConfigMapping(prefix = "tocsin.notify.mailbox")
interface MailboxConfig {

    /** imap, imaps, pop3 or pop3s. */
    @WithDefault("imaps")
    String protocol();

    /** Nothing is read without one. */
    Optional<String> host();

    /** 0 for the protocol's own. */
    @WithDefault("0")
    int port();

    Optional<String> username();

    Optional<String> password();

    @WithDefault("INBOX")
    String folder();

    /** How often it is read. */
    @WithDefault("1m")
    Duration interval();
}
