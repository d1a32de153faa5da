package org.tocsin.monitor.observation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An observation as sent, unchecked.
 *
 * @param place P-code, country code or name; absent for the whole of the indicator
 * @param placeName how people call the place
 * @param time a day (2025-07-14), instant, week (2025-W29), month (2025-07) or year within the period observed
 */
@Schema(name = "ObservationRequest")
record ObservationRequest(
        @Nullable String indicator,
        @Nullable String place,
        @Nullable String placeName,
        @Nullable @Schema(examples = "2025-07-14") String time,
        @Nullable Double value,
        @Nullable String note) {}
