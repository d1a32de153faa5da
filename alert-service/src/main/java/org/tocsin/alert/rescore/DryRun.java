package org.tocsin.alert.rescore;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

/**
 * A trial of other constants.
 *
 * @param weights constants by name; the others stay as they are. Empty: what the present ones make of old alerts
 * @param since event time of the first alert, or null for the last 90 days
 * @param until event time, exclusive, or null for now
 * @param limit how many alerts to score at most, the earliest first
 */
record DryRun(
        @NotNull @Size(max = 50) Map<String, @NotNull Double> weights,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable @Min(1) @Max(10_000) Integer limit) {

    DryRun {
        weights = weights == null ? Map.of() : weights;
    }
}
