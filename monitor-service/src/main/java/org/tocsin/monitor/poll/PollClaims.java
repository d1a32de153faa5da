package org.tocsin.monitor.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes leases in a transaction of its own: no transaction is open while a server is asked. */
@ApplicationScoped
class PollClaims {

    private final PollRepository polls;

    PollClaims(PollRepository polls) {
        this.polls = polls;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<DuePoll> take(Instant now, Duration lease, int limit) {
        return polls.claim(now, lease, limit);
    }
}
