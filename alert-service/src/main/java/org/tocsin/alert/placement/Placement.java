package org.tocsin.alert.placement;

import java.util.UUID;

/** Where a document belongs. */
public sealed interface Placement {

    /** For readers. */
    String reason();

    /** The same report as one that is there already. */
    record CopyOf(UUID alertId, UUID original, String reason) implements Placement {}

    /** Tells of the same event as an alert. */
    record SameEvent(UUID alertId, double probability, String reason) implements Placement {}

    /** Tells of an event that is not known yet. */
    record NewEvent(String reason) implements Placement {}
}
