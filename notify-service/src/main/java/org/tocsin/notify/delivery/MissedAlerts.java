package org.tocsin.notify.delivery;

import java.time.Instant;

import org.tocsin.notify.subscription.Subscription;

/** Owes a subscription what it would have been told, had it been active. */
public interface MissedAlerts {

    /**
     * Plans the newest version of each alert that came in since a time, unless the subscription knows it.
     *
     * @return how many were planned
     */
    int plan(Subscription subscription, Instant since);
}
