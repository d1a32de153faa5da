package org.tocsin.platform.outbox;

import org.tocsin.platform.event.RawRecord;

/**
 * A record that waits to be sent.
 *
 * @param sequence ascending in the order of addition
 */
record OutboxRow(long sequence, RawRecord record) {}
