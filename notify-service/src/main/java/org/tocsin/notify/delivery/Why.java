package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.filter.Reason;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why an alert did or did not reach a subscription.
 *
 * @param reached whether any version did
 * @param versions from the first to the latest that was seen here; empty when the alert is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Why(UUID alert, UUID subscription, boolean reached, String answer, List<VersionView> versions) {

    /**
     * One version.
     *
     * @param seenAt when it came in
     * @param delivery the ledger's entry, null when nothing was owed
     * @param answer in a sentence
     * @param reasons what the filter of that time says, condition by condition; null when there was none yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VersionView(
            int version,
            String kind,
            Instant seenAt,
            @Nullable UUID delivery,
            @Nullable DeliveryStatus status,
            String answer,
            @Nullable List<ReasonView> reasons) {}

    /** A condition and what was found. */
    record ReasonView(
            String field, String operator, List<String> wanted, List<String> found, boolean holds, String text) {

        static ReasonView from(Reason reason) {
            return new ReasonView(
                    reason.field(), reason.operator(), reason.wanted(), reason.found(), reason.holds(), reason.text());
        }
    }
}
