package org.tocsin.notify.audit;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * One change.
 *
 * @param actor the subject of the caller's token, {@code recipient} for who followed a link in a mail, or {@code tocsin}
 * @param before JSON, null when it did not exist
 * @param after JSON, null when it no longer exists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        AuditLog.Subject subject,
        UUID subjectId,
        @Nullable UUID organisation,
        @JsonRawValue @Nullable String before,
        @JsonRawValue @Nullable String after) {}
