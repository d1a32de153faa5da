package org.tocsin.notify.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.filter.AlertFacts;
import org.tocsin.notify.filter.Verdict;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;

/** Decides which subscriptions are owed a version of an alert, and when. Pure. */
final class DeliveryPlanner {

    private DeliveryPlanner() {}

    /**
     * A subscription that is owed the version.
     *
     * @param urgent to be sent at once and by itself
     */
    record Owing(Subscription subscription, boolean urgent, Instant dueAt, Verdict verdict) {}

    /**
     * Who was told of an alert is also told of its end. Who was told of this version or a newer one is not told of this
     * one again.
     *
     * @param told the newest version of the alert that each subscription knows or is owed
     */
    static List<Owing> plan(
            AlertSnapshot alert,
            ChangeKind kind,
            List<SubscriptionDirectory.Entry> subscriptions,
            Map<UUID, Integer> told,
            Instant now) {
        AlertFacts facts = AlertFacts.of(alert);
        List<Owing> owing = new ArrayList<>();
        for (SubscriptionDirectory.Entry entry : subscriptions) {
            Subscription subscription = entry.subscription();
            Integer known = told.get(subscription.id());
            if (!subscription.wants(now) || known != null && known >= alert.version()) {
                continue;
            }
            Verdict verdict = entry.condition().test(facts);
            if (verdict.matches() || kind.ending() && known != null) {
                boolean first = known == null;
                boolean urgent = kind.urgent() || first && alert.band().critical();
                Instant due = urgent ? now : subscription.schedule().due(now, alert.band());
                owing.add(new Owing(subscription, urgent, due, verdict));
            }
        }
        return owing;
    }
}
