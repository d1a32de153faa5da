package org.tocsin.monitor.indicator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.series.Direction;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.monitor.series.Threshold;

/**
 * A series definition as it is stored.
 *
 * @param version grows with every change
 * @param watchVersion grows with every change that can make another period alarm
 */
public record Indicator(
        String id,
        long version,
        long watchVersion,
        Details details,
        Origin origin,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    /**
     * What people decide about it.
     *
     * @param unit in the plural, for instance "people"
     * @param category of its signals
     * @param country ISO 3166-1 alpha-2 of the state that acts, null to take that of the place
     * @param action what happened to the people it counts; null when it counts something else
     * @param url where it is published
     * @param enabled whether its thresholds are watched
     */
    public record Details(
            String title,
            String unit,
            String category,
            @Nullable String country,
            @Nullable String action,
            @Nullable String url,
            Periodicity periodicity,
            Direction direction,
            Gaps gaps,
            List<Threshold> thresholds,
            boolean enabled) {

        public Details {
            thresholds = List.copyOf(thresholds);
        }

        /** Whether the other alarms in the same periods. */
        boolean watchesLike(Details other) {
            return thresholds.equals(other.thresholds)
                    && direction == other.direction
                    && gaps == other.gaps
                    && enabled == other.enabled;
        }
    }

    /** Who publishes it: a source like those of documents, so that reliability and owner are kept in one place. */
    public record Origin(UUID id, String name, String reliability, @Nullable String ownerGroup) {}
}
