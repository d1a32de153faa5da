package org.tocsin.platform.deadletter;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * Forgets dead letters that were replayed and have not come back. What nobody has replayed stays for ever: it is the
 * only copy.
 */
@ApplicationScoped
class DeadLetterPurge {

    private final DeadLetterRepository repository;
    private final Config config;
    private final Clock clock;

    DeadLetterPurge(DeadLetterRepository repository, Config config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        int purged = repository.purgeReplayed(clock.instant().minus(config.retention()));
        if (purged > 0) {
            Log.infof("Forgot %d dead letters that were replayed", purged);
        }
    }

    /** How long dead letters are kept. */
    @ConfigMapping(prefix = "tocsin.dead-letter")
    interface Config {

        /**
         * How long after its replay. Shorter than the inbox remembers ids, or the replay of what was handled long ago
         * would not be recognised.
         */
        @WithDefault("14d")
        Duration retention();
    }
}
