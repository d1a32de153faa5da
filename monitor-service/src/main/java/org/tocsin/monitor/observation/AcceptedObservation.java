package org.tocsin.monitor.observation;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to an observation.
 *
 * @param revision 1, or more once it was corrected
 * @param signals of the thresholds that it has passed
 */
@Schema(name = "AcceptedObservation")
record AcceptedObservation(UUID id, Outcome outcome, int revision, List<UUID> signals) {

    AcceptedObservation {
        signals = List.copyOf(signals);
    }
}
