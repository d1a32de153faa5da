package org.tocsin.monitor.document;

import java.time.Instant;
import java.util.UUID;

/** A new document with what makes it a row; the fingerprint is kept because it is asked for several times. */
record DocumentRow(UUID id, NewDocument document, byte[] fingerprint, Instant receivedAt) {}
