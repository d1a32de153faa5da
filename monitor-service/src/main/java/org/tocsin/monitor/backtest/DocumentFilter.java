package org.tocsin.monitor.backtest;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The documents of a backtest; null does not filter.
 *
 * @param from published then or later
 * @param to published before
 * @param source id of the source
 * @param language as the document or its source says, with or without region
 * @param country of the source
 */
record DocumentFilter(
        Instant from, Instant to, @Nullable UUID source, @Nullable String language, @Nullable String country) {}
