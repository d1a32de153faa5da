package org.tocsin.monitor.poll;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;

/** Looks every moment whether the time of a source has come. */
@ApplicationScoped
class PollTick {

    private final Poller poller;

    PollTick(Poller poller) {
        this.poller = poller;
    }

    @Scheduled(every = "${tocsin.poll.tick}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        poller.pollDue();
    }
}
