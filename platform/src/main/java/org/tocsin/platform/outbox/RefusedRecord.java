package org.tocsin.platform.outbox;

import org.tocsin.platform.event.RawRecord;

/**
 * Fired, within the transaction that takes it out of the outbox, for a record that the broker will never take.
 *
 * @param reason why, without any content of the record
 */
public record RefusedRecord(RawRecord record, String reason) {}
