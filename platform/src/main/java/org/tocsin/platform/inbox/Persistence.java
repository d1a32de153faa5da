package org.tocsin.platform.inbox;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;

/** Tries work on the database again for as long as that can help. */
@ApplicationScoped
class Persistence {

    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_OUTAGE_PAUSE_MILLIS = 5_000;
    private static final long LONGEST_CONTENTION_PAUSE_MILLIS = 1_000;

    private final int maxContentionRetries;
    private final CountDownLatch stopping = new CountDownLatch(1);

    Persistence(InboxConfig config) {
        this.maxContentionRetries = config.maxContentionRetries();
    }

    /** Before the consumers are closed, which wait for the batch in hand. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.countDown();
    }

    /**
     * Returns when the work is done.
     *
     * @throws StoppingException when the service stops meanwhile
     * @throws RuntimeException the work's own, when trying again cannot help
     */
    void insist(Runnable work) {
        int outages = 0;
        int contentions = 0;
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException e) {
                switch (Trouble.of(e)) {
                    case OUTAGE -> {
                        Log.warnf("The database is out of reach, attempt %d", ++outages);
                        pause(outages, LONGEST_OUTAGE_PAUSE_MILLIS);
                    }
                    case CONTENTION -> {
                        if (++contentions > maxContentionRetries) {
                            throw e;
                        }
                        pause(contentions, LONGEST_CONTENTION_PAUSE_MILLIS);
                    }
                    case PERMANENT -> throw e;
                }
            }
        }
    }

    /** Doubles with each attempt; the random part keeps two that have met from meeting again. */
    private void pause(int attempt, long longestMillis) {
        long millis = Math.min(longestMillis, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 16));
        long jittered = millis / 2 + ThreadLocalRandom.current().nextLong(millis / 2 + 1);
        try {
            if (stopping.await(jittered, TimeUnit.MILLISECONDS)) {
                throw new StoppingException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        }
    }
}
