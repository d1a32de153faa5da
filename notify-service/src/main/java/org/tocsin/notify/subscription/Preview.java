package org.tocsin.notify.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.filter.Reason;
import org.tocsin.notify.filter.Verdict;

/**
 * What a filter would have done with the alerts of the last days.
 *
 * @param since from when alerts were looked at
 * @param considered how many alert versions were looked at, the newest first; at most 1,000
 * @param matched how many of them the filter wants
 */
record Preview(Instant since, int considered, int matched, List<Item> items) {

    /** One alert version and why it is or is not wanted. */
    record Item(
            UUID alertId,
            int version,
            String kind,
            String title,
            Band band,
            Instant occurredAt,
            boolean matches,
            List<ReasonView> reasons) {

        static Item from(AlertSnapshot alert, String kind, Instant occurredAt, Verdict verdict) {
            return new Item(
                    alert.id(),
                    alert.version(),
                    kind,
                    alert.title(),
                    alert.band(),
                    occurredAt,
                    verdict.matches(),
                    verdict.reasons().stream().map(ReasonView::from).toList());
        }
    }

    /** A condition that decided, in parts and as a sentence. */
    record ReasonView(
            String field, String operator, List<String> wanted, List<String> found, boolean holds, String text) {

        static ReasonView from(Reason reason) {
            return new ReasonView(
                    reason.field(), reason.operator(), reason.wanted(), reason.found(), reason.holds(), reason.text());
        }
    }
}
