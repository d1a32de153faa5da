package org.tocsin.notify.email;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How mails are sent, beyond what {@code quarkus.mailer} says about the server. */
@ConfigMapping(prefix = "tocsin.notify.email")
interface EmailConfig {

    /** The right side of our Message-IDs and List-Ids; best the domain of the sender's address. */
    @WithDefault("tocsin.localdomain")
    String domain();

    /** How long a mail may take from the first to the last word of the conversation with the server. */
    @WithDefault("30s")
    Duration timeout();

    /** How many mails may be under way or waiting for a connection. */
    @WithDefault("64")
    int concurrency();

    /** How many mails a second go to one domain, on average; what is urgent goes at once. */
    @WithDefault("20")
    double domainRate();

    /** How many mails may go to one domain at once after a rest. */
    @WithDefault("100")
    int domainBurst();

    /** How many mails to one domain may be under way at a time. */
    @WithDefault("8")
    int domainConcurrency();

    /** Where people can ask for help about our mails, for {@code List-Help}: an http, https or mailto address. */
    Optional<String> help();
}
