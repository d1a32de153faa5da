package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A signal as shown: the parts that are lists are passed on as they were stored.
 *
 * @param documentId what it was found in, null for a series
 * @param indicator what a series says, null for a document
 * @param window what the reports of some time amount to, null where a single document fired
 * @param withdrawnAt when a correction of the series took away what it was made of, null mostly
 */
@Schema(name = "Signal")
record SignalView(
        UUID id,
        String kind,
        String rule,
        int ruleVersion,
        String category,
        @Nullable String country,
        JsonNode places,
        boolean planned,
        double score,
        JsonNode evidence,
        JsonNode figures,
        JsonNode trace,
        @Nullable UUID documentId,
        @Nullable JsonNode indicator,
        @Nullable JsonNode window,
        Instant detectedAt,
        @Nullable Instant withdrawnAt) {}
