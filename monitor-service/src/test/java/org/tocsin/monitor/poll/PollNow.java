package org.tocsin.monitor.poll;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other features poll. */
@ApplicationScoped
public class PollNow {

    private final Poller poller;

    PollNow(Poller poller) {
        this.poller = poller;
    }

    public void pollDue() {
        poller.pollDue();
    }
}
