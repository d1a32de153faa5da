package org.tocsin.monitor.observation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Which observations of an indicator are wanted, the latest first; null does not filter.
 *
 * @param place key of the place
 * @param fromPeriod that one or later
 * @param toPeriod that one or earlier
 * @param beforePeriod with {@code beforeId} the last one of the page before
 */
record ObservationQuery(
        String indicator,
        @Nullable String place,
        @Nullable Long fromPeriod,
        @Nullable Long toPeriod,
        @Nullable Long beforePeriod,
        @Nullable UUID beforeId,
        int limit) {}
