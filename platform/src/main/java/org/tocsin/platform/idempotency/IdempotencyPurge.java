package org.tocsin.platform.idempotency;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Forgets answers that nobody may ask for any more. */
@ApplicationScoped
class IdempotencyPurge {

    private final IdempotencyRepository repository;
    private final Clock clock;

    IdempotencyPurge(IdempotencyRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "11m", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        int purged = repository.purge(clock.instant());
        if (purged > 0) {
            Log.infof("Forgot %d idempotency keys", purged);
        }
    }
}
