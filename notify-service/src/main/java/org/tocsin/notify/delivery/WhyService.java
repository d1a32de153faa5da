package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.filter.AlertFacts;
import org.tocsin.notify.filter.Reason;
import org.tocsin.notify.filter.Verdict;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionHistory;
import org.tocsin.notify.subscription.SubscriptionService;

/**
 * Answers for any alert and any subscription why the one did or did not reach the other: by the ledger where something
 * was owed, and by the subscription as it was when the version came in where nothing was.
 */
@ApplicationScoped
class WhyService {

    private static final String VERSIONS =
            "select version, kind, seen_at, data from alert_version where alert_id = ? order by version";
    private static final int MANY = 1_000;

    private final Sql sql;
    private final Ledger ledger;
    private final AlertReader alerts;
    private final SubscriptionService subscriptions;
    private final SubscriptionHistory history;

    WhyService(
            Sql sql,
            Ledger ledger,
            AlertReader alerts,
            SubscriptionService subscriptions,
            SubscriptionHistory history) {
        this.sql = sql;
        this.ledger = ledger;
        this.alerts = alerts;
        this.subscriptions = subscriptions;
        this.history = history;
    }

    private record Version(int number, String kind, Instant seenAt, byte[] data) {

        static Version of(Row row) {
            return new Version(row.integer("version"), row.text("kind"), row.instant("seen_at"), row.bytes("data"));
        }
    }

    @Transactional
    Why why(UUID alert, UUID id) {
        Subscription subscription = subscriptions.get(id);
        Map<Integer, DeliveryView> owed =
                ledger.list(new Ledger.Query(null, id, alert, null, null, null, null, null, MANY)).stream()
                        .filter(delivery -> delivery.version() != null)
                        .collect(Collectors.toMap(DeliveryView::version, Function.identity()));
        List<Why.VersionView> versions = sql.list(VERSIONS, Version::of, alert).stream()
                .map(version -> explain(version, subscription, owed.get(version.number())))
                .toList();
        boolean reached = owed.values().stream().anyMatch(delivery -> delivery.status() == DeliveryStatus.DELIVERED);
        String answer = versions.isEmpty()
                ? "No version of this alert has come in here."
                : versions.get(versions.size() - 1).answer();
        return new Why(alert, id, reached, answer, versions);
    }

    private Why.VersionView explain(Version version, Subscription subscription, @Nullable DeliveryView delivery) {
        SubscriptionHistory.State then = history.at(subscription.id(), version.seenAt());
        Verdict verdict = then.filter() == null
                ? null
                : then.filter().condition().test(AlertFacts.of(alerts.read(version.data())));
        List<Why.ReasonView> reasons = verdict == null ? null : reasons(verdict.reasons());
        String answer = delivery == null ? notOwed(then, verdict, version.seenAt()) : owed(delivery);
        return new Why.VersionView(
                version.number(),
                version.kind(),
                version.seenAt(),
                delivery == null ? null : delivery.id(),
                delivery == null ? null : delivery.status(),
                answer,
                reasons);
    }

    private static List<Why.ReasonView> reasons(List<Reason> reasons) {
        return reasons.stream().map(Why.ReasonView::from).toList();
    }

    private static String owed(DeliveryView delivery) {
        String detail = delivery.detail() == null ? "" : ": " + delivery.detail();
        return switch (delivery.status()) {
            case DELIVERED -> "It was delivered" + detail;
            case PENDING -> "It is due at " + delivery.dueAt() + " after " + delivery.attempts() + " tries" + detail;
            case FAILED -> "It was given up after " + delivery.attempts() + " tries" + detail;
            case FOLDED -> "It was not sent by itself" + detail;
            case HELD -> "It is kept until the subscription is active again" + detail;
            case CANCELLED -> "It was cancelled" + detail;
        };
    }

    private static String notOwed(SubscriptionHistory.State then, @Nullable Verdict verdict, Instant seenAt) {
        if (verdict == null) {
            return "The subscription did not exist yet when this version came in.";
        }
        if (then.state() != Subscription.State.ACTIVE) {
            return "The subscription was not active when this version came in, it was " + then.state() + ".";
        }
        if (!then.valid(seenAt)) {
            return "This version came in outside the time for which the subscription is valid.";
        }
        return verdict.matches()
                ? "A newer version of the alert was already known to the subscription."
                : "The filter did not want this version; see the reasons.";
    }
}
