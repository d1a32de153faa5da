package org.tocsin.monitor.observation;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A value that an observation has, or once had.
 *
 * @param value null when it was taken back
 */
@Schema(name = "ObservationRevision")
record Revision(int revision, @Nullable Double value, @Nullable String note, Instant recordedAt, String recordedBy) {}
