package org.tocsin.monitor.rule;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;

/** Notices changed rules twice a second, so that they are live everywhere within one: the scheduler is too coarse. */
@ApplicationScoped
class RuleRefresh {

    /** After the seeds, and before the first message is read. */
    private static final int EARLY = 200;

    private final LiveReader reader;
    private final Duration interval;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(RuleRefresh::thread);

    RuleRefresh(LiveReader reader, RuleConfig config) {
        this.reader = reader;
        this.interval = config.refresh();
    }

    void onStart(@Observes @Priority(EARLY) StartupEvent start) {
        reader.refresh();
        timer.scheduleWithFixedDelay(this::refresh, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Goes on with the rules it has while the database is away. */
    private void refresh() {
        try {
            reader.refresh();
        } catch (RuntimeException e) {
            Log.warnf("The rules could not be looked at: %s", e.getClass().getSimpleName());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "rules");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
