package org.tocsin.notify.delivery;

import java.util.List;

import org.tocsin.notify.subscription.Channel;

/** Sends deliveries over one channel. */
public interface Sender {

    Channel.Type channel();

    /** How many tries at a time all subscribers together get. */
    int concurrency();

    /** How many tries at a time one subscriber gets. */
    int concurrencyPerLane();

    /** How many deliveries of one subscriber are taken together at least, if so many are due. */
    int batchPerLane();

    /** Whether all subscribers are reached through one server, so that its trouble is everybody's. */
    boolean sharedServer();

    /** Loads what the deliveries need, all at once, and decides which of them can go now. */
    Prepared prepare(List<Owed> deliveries);
}
