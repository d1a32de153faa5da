package org.tocsin.notify.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * The parcels of one lane on their way: only so many at a time, and no further ones once the endpoint turns out to be in
 * trouble. Safe for use by several threads.
 */
final class LaneRun {

    private final UUID lane;
    private final Deque<Parcel> waiting;
    private int slots;
    private int underWay;

    LaneRun(UUID lane, Collection<Parcel> parcels, int slots) {
        this.lane = lane;
        this.waiting = new ArrayDeque<>(parcels);
        this.slots = slots;
    }

    UUID lane() {
        return lane;
    }

    /** The parcels to start now. */
    synchronized List<Parcel> start() {
        List<Parcel> started = new ArrayList<>();
        while (underWay < slots && !waiting.isEmpty()) {
            started.add(waiting.remove());
            underWay++;
        }
        return started;
    }

    /** A parcel's try is over. */
    synchronized void ended() {
        underWay--;
    }

    /** Stops starting parcels; returns those that were not started. */
    synchronized List<Parcel> stop() {
        slots = 0;
        List<Parcel> left = List.copyOf(waiting);
        waiting.clear();
        return left;
    }

    synchronized boolean over() {
        return underWay == 0 && waiting.isEmpty();
    }
}
