package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A delivery as the ledger tells of it.
 *
 * @param id also the {@code webhook-id}, and the left side of the mail's {@code Message-ID}
 * @param detail what was said last of it
 * @param foldedInto the delivery that told what this one had to tell
 * @param sentIn the delivery whose mail told this one too
 * @param reasons the conditions of the subscription that the alert met, JSON
 * @param about what a message of our own says, JSON
 * @param history each try, only where one delivery is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id,
        UUID subscription,
        UUID organisation,
        String channel,
        @Nullable UUID alert,
        @Nullable Integer version,
        DeliveryKind kind,
        boolean urgent,
        DeliveryStatus status,
        @Nullable String detail,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable UUID foldedInto,
        @Nullable UUID sentIn,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @JsonRawValue String reasons,
        @JsonRawValue @Nullable String about,
        @Nullable List<AttemptView> history) {

    /**
     * One try.
     *
     * @param outcome {@code UNDER_WAY} while it lasts, {@code INTERRUPTED} when we were, before its outcome was known
     * @param code HTTP status or SMTP reply
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AttemptView(
            int number,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Long milliseconds,
            String outcome,
            @Nullable Integer code,
            @Nullable String detail,
            @Nullable String excerpt) {}

    DeliveryView with(List<AttemptView> attempts) {
        return new DeliveryView(
                id,
                subscription,
                organisation,
                channel,
                alert,
                version,
                kind,
                urgent,
                status,
                detail,
                this.attempts,
                dueAt,
                foldedInto,
                sentIn,
                createdAt,
                finishedAt,
                reasons,
                about,
                attempts);
    }
}
