package org.tocsin.notify.intake;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DeliveryPlans;
import org.tocsin.notify.delivery.Planned;
import org.tocsin.notify.filter.Verdict;
import org.tocsin.notify.subscription.SubscriptionDirectory;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;

import com.github.f4b6a3.uuid.UuidCreator;

/** Stores a version of an alert and owes it to whoever wants it, in the transaction of the event. */
@Singleton
class AlertIntake {

    private final AlertReader reader;
    private final AlertVersions versions;
    private final SubscriptionDirectory subscriptions;
    private final DeliveryPlans plans;
    private final Reasons reasons;
    private final CoolDown coolDown;
    private final Clock clock;

    AlertIntake(
            AlertReader reader,
            AlertVersions versions,
            SubscriptionDirectory subscriptions,
            DeliveryPlans plans,
            Reasons reasons,
            CoolDownConfig coolDown,
            Clock clock) {
        this.reader = reader;
        this.versions = versions;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.reasons = reasons;
        this.coolDown = new CoolDown(coolDown.email(), coolDown.webhook());
        this.clock = clock;
    }

    /** @throws InvalidEventException when the event can never be understood */
    void take(Event event) {
        ChangeKind kind = kind(event);
        AlertSnapshot alert = reader.read(event.data());
        byte[] body = reader.webhookBody(kind, event.time(), event.data());
        versions.store(new AlertVersions.Stored(
                new AlertVersions.Key(alert.id(), alert.version()), kind, event.time(), event.data(), body));
        List<DeliveryPlanner.Owing> owing = DeliveryPlanner.plan(
                alert, kind, subscriptions.active(), plans.told(alert.id()), coolDown, clock.instant());
        Map<Verdict, String> written = new HashMap<>();
        plans.plan(
                alert.id(),
                alert.version(),
                alert.band(),
                owing.stream()
                        .map(one -> new Planned(
                                UuidCreator.getTimeOrderedEpoch(),
                                one.subscription().id(),
                                one.subscription().channel().type(),
                                one.kind(),
                                one.urgent(),
                                one.gathered(),
                                one.dueAt(),
                                written.computeIfAbsent(one.verdict(), reasons::write)))
                        .toList());
    }

    private static ChangeKind kind(Event event) {
        try {
            return ChangeKind.ofEventType(event.type());
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException("The event is not of a type that alerts have", e);
        }
    }
}
