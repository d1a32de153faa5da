package org.tocsin.monitor.source;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Data of the events {@code org.tocsin.source.silent.v1} and {@code org.tocsin.source.resumed.v1}.
 *
 * @param state QUIET, FAILING, GONE or OK
 * @param since when it was last heard, or since when it is well again
 * @param usualPause the longest pause that is usual for it, ISO 8601; null while that is not known
 * @param reason in words, for the one who looks after the source
 * @param silentSince of a source that is well again: since when it was silent
 */
record SourceNotice(
        UUID sourceId,
        String name,
        String state,
        Instant since,
        @Nullable String usualPause,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant silentSince) {

    static final String TOPIC = "sources";
    static final String SILENT = "org.tocsin.source.silent.v1";
    static final String RESUMED = "org.tocsin.source.resumed.v1";
    private static final String WELL = "OK";

    static SourceNotice of(SourceRef source, Silence silence, SourceHealth health) {
        return new SourceNotice(
                source.id(),
                source.name(),
                silence.kind().name(),
                silence.since(),
                health.usualPause(),
                health.reason(),
                null);
    }

    static SourceNotice ofReturn(SourceRef source, SourceHealth health, Instant silentSince, Instant now) {
        return new SourceNotice(
                source.id(), source.name(), WELL, now, health.usualPause(), health.reason(), silentSince);
    }

    String type() {
        return state.equals(WELL) ? RESUMED : SILENT;
    }
}
