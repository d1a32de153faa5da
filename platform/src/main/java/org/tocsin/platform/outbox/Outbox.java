package org.tocsin.platform.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.Event;

/** Where a service leaves its events: a table, written in the transaction that caused them. */
public interface Outbox {

    /**
     * Adds an event to the running transaction; it is sent soon after the commit, at least once, in order per key.
     *
     * @throws IllegalStateException when no transaction is active
     */
    void add(Event event);

    /**
     * Serialises the data and adds the event.
     *
     * @param id stable id of the event
     * @param data any value that Jackson can write
     */
    void add(
            String topic,
            @Nullable String key,
            String type,
            String id,
            @Nullable String subject,
            Instant time,
            Object data);
}
