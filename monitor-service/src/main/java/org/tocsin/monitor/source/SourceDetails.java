package org.tocsin.monitor.source;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * All about a source that people decide, checked.
 *
 * @param url where it is polled; null when it pushes
 * @param country ISO 3166-1 alpha-2 of the place it reports from, or null
 * @param language BCP 47, or null when it is found out per document
 * @param ownerGroup sources of one group count as one voice; null for a group of its own
 * @param enabled whether it is polled
 */
record SourceDetails(
        String name,
        @Nullable URI url,
        SourceReading reading,
        @Nullable String country,
        @Nullable String language,
        Reliability reliability,
        @Nullable String ownerGroup,
        Duration pollInterval,
        boolean enabled) {}
