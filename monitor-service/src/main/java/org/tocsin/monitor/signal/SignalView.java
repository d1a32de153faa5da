package org.tocsin.monitor.signal;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** A signal as shown: the parts that are lists are passed on as they were stored. */
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
        UUID documentId,
        Instant detectedAt) {}
