package org.tocsin.monitor.indicator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.series.Direction;
import org.tocsin.monitor.series.Periodicity;

/** An indicator as shown. */
@Schema(name = "Indicator")
record IndicatorView(
        String id,
        long version,
        String title,
        String unit,
        String category,
        @Nullable String country,
        @Nullable String action,
        @Nullable String url,
        SourceView source,
        Periodicity periodicity,
        Direction direction,
        Gaps gaps,
        List<ThresholdForm> thresholds,
        boolean enabled,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy) {

    /** Its source; more about it under {@code /sources/{id}}. */
    @Schema(name = "IndicatorSourceView")
    record SourceView(UUID id, String name, String reliability) {}

    static IndicatorView from(Indicator indicator) {
        Indicator.Details details = indicator.details();
        Indicator.Origin origin = indicator.origin();
        return new IndicatorView(
                indicator.id(),
                indicator.version(),
                details.title(),
                details.unit(),
                details.category(),
                details.country(),
                details.action(),
                details.url(),
                new SourceView(origin.id(), origin.name(), origin.reliability()),
                details.periodicity(),
                details.direction(),
                details.gaps(),
                details.thresholds().stream()
                        .map(threshold -> ThresholdForm.of(threshold, details.periodicity()))
                        .toList(),
                details.enabled(),
                indicator.createdAt(),
                indicator.updatedAt(),
                indicator.updatedBy());
    }
}
