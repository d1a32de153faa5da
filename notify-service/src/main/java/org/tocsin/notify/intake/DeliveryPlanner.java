package org.tocsin.notify.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DeliveryKind;
import org.tocsin.notify.delivery.Told;
import org.tocsin.notify.filter.AlertFacts;
import org.tocsin.notify.filter.Verdict;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;

/** Decides which subscriptions are owed a version of an alert, and when. Pure. */
final class DeliveryPlanner {

    private DeliveryPlanner() {}

    /**
     * A subscription that is owed the version.
     *
     * @param kind what the version is to this subscriber
     * @param urgent to be sent at once and by itself
     * @param gathered to be sent with what else is due then
     */
    record Owing(
            Subscription subscription,
            DeliveryKind kind,
            boolean urgent,
            boolean gathered,
            Instant dueAt,
            Verdict verdict) {}

    /** Decides for all subscriptions; {@code told} has what each of them knows of the alert. */
    static List<Owing> plan(
            AlertSnapshot alert,
            ChangeKind kind,
            List<SubscriptionDirectory.Entry> subscriptions,
            Map<UUID, Told> told,
            CoolDown coolDown,
            Instant now) {
        AlertFacts facts = AlertFacts.of(alert);
        List<Owing> owing = new ArrayList<>();
        for (SubscriptionDirectory.Entry entry : subscriptions) {
            plan(alert, facts, kind, entry, told.get(entry.subscription().id()), coolDown, now)
                    .ifPresent(owing::add);
        }
        return owing;
    }

    /**
     * Decides for one subscription. Who was told of an alert is also told of its end. Who was told of this version or a
     * newer one is not told of this one again. For whom the band has risen since they last heard, it is an escalation,
     * whatever it is to others: the version that rose may not have matched their filter.
     */
    static Optional<Owing> plan(
            AlertSnapshot alert,
            AlertFacts facts,
            ChangeKind kind,
            SubscriptionDirectory.Entry entry,
            @Nullable Told told,
            CoolDown coolDown,
            Instant now) {
        Subscription subscription = entry.subscription();
        if (!subscription.wants(now) || told != null && told.version() >= alert.version()) {
            return Optional.empty();
        }
        boolean heard = told != null && told.heard();
        if (!entry.condition().matches(facts) && !(kind.ending() && heard)) {
            return Optional.empty();
        }
        Verdict verdict = entry.condition().test(facts);
        Band known = told == null ? null : told.band();
        boolean risen = heard && known != null && alert.band().compareTo(known) > 0;
        boolean urgent = kind.urgent() || risen || !heard && alert.band().critical();
        Channel.Type channel = subscription.channel().type();
        boolean email = channel == Channel.Type.EMAIL;
        Instant scheduled = urgent ? now : subscription.schedule().due(now, alert.band());
        // What is gathered anyway is folded until then; what cools down goes in a mail of its own, unless its time
        // comes in the night.
        Instant earliest = scheduled.isAfter(now) ? now : coolDown.earliest(kind, urgent, told, channel, now);
        Instant due = earliest.isAfter(now) ? subscription.schedule().due(earliest, alert.band()) : scheduled;
        return Optional.of(new Owing(
                subscription,
                email ? kindFor(kind, heard, risen) : DeliveryKind.of(kind),
                urgent,
                email && !urgent && due.isAfter(earliest),
                due,
                verdict));
    }

    /** To a reader who has not heard of the alert an update is news, and to one who knew a lower band it is a rise. */
    private static DeliveryKind kindFor(ChangeKind kind, boolean heard, boolean risen) {
        if (kind == ChangeKind.UPDATED) {
            return risen ? DeliveryKind.ESCALATED : heard ? DeliveryKind.UPDATED : DeliveryKind.OPENED;
        }
        return DeliveryKind.of(kind);
    }
}
