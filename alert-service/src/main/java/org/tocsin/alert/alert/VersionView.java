package org.tocsin.alert.alert;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.tocsin.alert.score.Band;

/**
 * One version of an alert as the API shows it.
 *
 * @param at when the change was made
 * @param kind what the world was told
 * @param actor who made it
 * @param previousBand null for the first version
 */
public record VersionView(
        int version,
        Instant at,
        AlertChange.Kind kind,
        String reason,
        String actor,
        @Nullable Band previousBand,
        Band band,
        int severity,
        AlertStatus status,
        String title,
        String summary,
        List<FieldChange> diff) {}
