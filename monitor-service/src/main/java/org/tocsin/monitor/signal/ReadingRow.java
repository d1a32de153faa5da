package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.tocsin.monitor.reading.Rejection;

/** What was made of a document, apart from its signals. */
record ReadingRow(UUID documentId, String language, List<Rejection> rejected, Instant readAt) {}
