package org.tocsin.monitor.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.series.Periodicity;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An observation as shown.
 *
 * @param place P-code, country code or name in lower case; empty for the whole of the indicator
 * @param from first day of its period
 * @param to last day of its period
 * @param value null when it was taken back
 * @param history its values, the newest first; only when a single one is asked for
 */
@Schema(name = "Observation")
record ObservationView(
        UUID id,
        String indicator,
        String place,
        @Nullable String placeName,
        LocalDate from,
        LocalDate to,
        @Nullable Double value,
        int revision,
        Instant receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Revision> history) {

    static ObservationView from(
            StoredObservation stored, String indicator, ObservedPlace place, Periodicity periodicity) {
        return new ObservationView(
                stored.id(),
                indicator,
                place.key(),
                place.name(),
                periodicity.start(stored.period()),
                periodicity.end(stored.period()),
                stored.value(),
                stored.revision(),
                stored.receivedAt(),
                null);
    }

    ObservationView with(List<Revision> revisions) {
        return new ObservationView(
                id, indicator, place, placeName, from, to, value, revision, receivedAt, List.copyOf(revisions));
    }
}
