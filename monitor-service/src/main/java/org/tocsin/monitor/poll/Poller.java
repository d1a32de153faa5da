package org.tocsin.monitor.poll;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.monitor.fetch.FeedClient;
import org.tocsin.monitor.fetch.FetchResult;
import org.tocsin.monitor.parse.FeedReading;
import org.tocsin.monitor.poll.PollOutcome.Kind;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;

/** Visits the sources whose time has come, several at once. */
@ApplicationScoped
class Poller {

    private final PollClaims claims;
    private final FeedClient client;
    private final SourceReader reader;
    private final PollRecorder recorder;
    private final PollConfig config;
    private final Clock clock;
    private final ExecutorService workers;
    private final AtomicInteger busy = new AtomicInteger();
    private final Map<Kind, Counter> outcomes = new EnumMap<>(Kind.class);

    Poller(
            PollClaims claims,
            FeedClient client,
            SourceReader reader,
            PollRecorder recorder,
            PollConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.claims = claims;
        this.client = client;
        this.reader = reader;
        this.recorder = recorder;
        this.config = config;
        this.clock = clock;
        this.workers = Executors.newFixedThreadPool(config.workers(), Poller::thread);
        for (Kind kind : Kind.values()) {
            String outcome = kind.name().toLowerCase(Locale.ROOT);
            outcomes.put(kind, meters.counter("tocsin.polls", "outcome", outcome));
        }
    }

    /**
     * Begins to visit what is due, as far as there are workers free.
     *
     * @return how many visits were begun
     */
    int pollDue() {
        int free = config.workers() - busy.get();
        List<DuePoll> due = free > 0 ? claims.take(clock.instant(), config.lease(), free) : List.of();
        for (DuePoll poll : due) {
            busy.incrementAndGet();
            workers.execute(() -> {
                try {
                    visit(poll);
                } finally {
                    busy.decrementAndGet();
                }
                goOn();
            });
        }
        return due.size();
    }

    /** The host is free again: whoever waits for it need not wait for the next tick. */
    private void goOn() {
        try {
            pollDue();
        } catch (RuntimeException e) {
            Log.debugf("The next tick goes on: %s", e.getClass().getSimpleName());
        }
    }

    /** A visit that breaks off leaves its lease to expire; then the source is due again. */
    private void visit(DuePoll poll) {
        try {
            Kind kind = write(
                    poll,
                    client.fetch(poll.uri(), poll.validators(), poll.reading().ignoreRobots()));
            count(kind);
        } catch (RuntimeException e) {
            count(Kind.FAILED);
            Log.warnf(e, "Poll of source %s broke off", poll.source().id());
        }
    }

    private Kind write(DuePoll poll, FetchResult result) {
        if (result instanceof FetchResult.Modified modified) {
            return read(poll, modified);
        }
        if (result instanceof FetchResult.NotModified notModified) {
            return recorder.unchanged(poll, notModified);
        }
        if (result instanceof FetchResult.Later later) {
            return recorder.deferred(poll, later);
        }
        if (result instanceof FetchResult.Gone gone) {
            return recorder.gone(poll, gone);
        }
        if (result instanceof FetchResult.Forbidden forbidden) {
            return recorder.failed(poll, Kind.FORBIDDEN, forbidden.reason());
        }
        return recorder.failed(poll, Kind.FAILED, ((FetchResult.Failed) result).reason());
    }

    private Kind read(DuePoll poll, FetchResult.Modified modified) {
        FeedReading reading = reader.read(poll, modified);
        return reading instanceof FeedReading.Readable readable
                ? recorder.changed(poll, modified, reader.harvest(poll, readable.feed()))
                : recorder.failed(poll, Kind.UNREADABLE, ((FeedReading.Unreadable) reading).reason());
    }

    private void count(Kind kind) {
        Counter counter = outcomes.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "poll");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
