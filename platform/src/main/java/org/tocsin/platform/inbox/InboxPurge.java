package org.tocsin.platform.inbox;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Forgets the ids of events that the broker cannot deliver any more. */
@ApplicationScoped
class InboxPurge {

    private static final int CHUNK = 10_000;

    private final InboxRepository repository;
    private final InboxConfig config;
    private final Clock clock;

    InboxPurge(InboxRepository repository, InboxConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    /** In chunks with a transaction each, so that no consumer waits for it. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        Instant before = clock.instant().minus(config.retention());
        long purged = 0;
        int chunk;
        do {
            chunk = QuarkusTransaction.requiringNew().call(() -> repository.purge(before, CHUNK));
            purged += chunk;
        } while (chunk == CHUNK);
        if (purged > 0) {
            Log.infof("Forgot %d event ids received before %s", purged, before);
        }
    }
}
