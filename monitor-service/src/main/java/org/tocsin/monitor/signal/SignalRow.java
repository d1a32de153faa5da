package org.tocsin.monitor.signal;

import java.util.List;
import java.util.UUID;

import org.tocsin.monitor.reading.TraceEntry;

/** A signal on its way into the table. */
record SignalRow(UUID documentId, SignalDetected signal, List<TraceEntry> trace) {}
