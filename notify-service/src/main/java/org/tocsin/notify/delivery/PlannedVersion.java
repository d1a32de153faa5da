package org.tocsin.notify.delivery;

import java.util.List;
import java.util.UUID;

import org.tocsin.notify.alert.Band;

/** A version of an alert and all to whom it is owed. */
public record PlannedVersion(UUID alert, int version, Band band, List<Planned> plans) {

    public PlannedVersion {
        plans = List.copyOf(plans);
    }
}
