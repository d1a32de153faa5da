package org.tocsin.platform.outbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.RawRecord;

/** Where a service leaves its events: a table, written in the transaction that caused them. */
public interface Outbox {

    /**
     * Adds an event to the running transaction; it is sent soon after the commit, at least once, in order per key.
     *
     * @throws IllegalStateException when no transaction is active
     * @throws IllegalArgumentException when the data is larger than the broker takes
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

    /**
     * Adds a record that is sent exactly as it is: a dead letter, or one that is replayed.
     *
     * @throws IllegalStateException when no transaction is active
     */
    void add(RawRecord record);
}
