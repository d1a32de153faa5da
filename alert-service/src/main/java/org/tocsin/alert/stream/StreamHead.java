package org.tocsin.alert.stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.alert.alert.AlertHistory;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Knows how far the stream has come, so that readers ask the database only when there is something for them. */
@ApplicationScoped
class StreamHead {

    private final AlertHistory history;
    private volatile long position;

    StreamHead(AlertHistory history) {
        this.history = history;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void advance() {
        try {
            position = history.place();
        } catch (RuntimeException e) {
            // The database is away: readers wait with it, and the next tick tries again.
            Log.debug("The event stream cannot advance", e);
        }
    }

    long position() {
        return position;
    }
}
