package org.tocsin.monitor.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a series says, in the place of a document.
 *
 * @param id of the indicator
 * @param title of the indicator and, if it is of one, of the place
 * @param unit what it counts, in the plural
 * @param url where it is published
 * @param explanation one sentence: the value, what was usual, and the threshold
 */
@Schema(name = "SeriesFinding")
public record SeriesFinding(
        String id,
        String title,
        String unit,
        String periodicity,
        String direction,
        @Nullable String url,
        Publisher source,
        Observed observation,
        Passed threshold,
        String explanation) {

    /** Who publishes it. */
    @Schema(name = "SeriesPublisher")
    public record Publisher(UUID id, String name, String reliability, @Nullable String ownerGroup) {}

    /**
     * The observation that passed the threshold.
     *
     * @param id null for a gap that means zero
     * @param from first day of its period
     * @param to last day of its period
     * @param revision 1, or more once it was corrected; 0 for a gap that means zero
     * @param publishedAt when the period was over, bounded by the arrival
     */
    @Schema(name = "SeriesObservation")
    public record Observed(
            @Nullable UUID id,
            LocalDate from,
            LocalDate to,
            double value,
            int revision,
            Instant publishedAt,
            Instant receivedAt) {}

    /**
     * The threshold that was passed.
     *
     * @param parameters the threshold as it is defined
     * @param statistic what was held against the level: the value, its change, or a sum
     * @param level from which it fires
     * @param baseline what would have been usual, null where the kind has no baseline
     */
    @Schema(name = "PassedThreshold")
    public record Passed(
            String id, String kind, JsonNode parameters, double statistic, double level, @Nullable Double baseline) {}
}
