package org.tocsin.monitor.signal;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.reading.TraceEntry;

/** A signal on its way into the table; one of a series has no document. */
record SignalRow(@Nullable UUID documentId, SignalDetected signal, List<TraceEntry> trace) {}
