package org.tocsin.monitor.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An indicator at one place, and which of its thresholds have fired and are not armed again.
 *
 * @param from first day of its first period, null when it has no value
 * @param to last day of its last period
 */
@Schema(name = "Series")
record SeriesView(
        UUID id,
        String place,
        @Nullable String placeName,
        long observations,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Alarm> alarms) {

    SeriesView {
        alarms = List.copyOf(alarms);
    }

    /**
     * A threshold that has fired.
     *
     * @param since first day of the period in which it fired
     * @param level that was passed
     * @param signalId null when it was found in history loaded without signals
     */
    @Schema(name = "SeriesAlarm")
    record Alarm(String threshold, LocalDate since, double level, @Nullable UUID signalId) {}
}
