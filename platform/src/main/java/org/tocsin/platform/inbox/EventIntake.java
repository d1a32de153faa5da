package org.tocsin.platform.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Takes Kafka batches in: each event once, in order, in one transaction with its effect. A consumer channel is
 * configured with {@code batch=true} and byte array values and does nothing but call this.
 */
public interface EventIntake {

    /**
     * Handles a batch and returns when all of it is either done or among the dead letters, so that the offsets may be
     * committed. Waits and tries again while the database is away.
     */
    void accept(ConsumerRecords<String, byte[]> batch, EventHandler handler);
}
