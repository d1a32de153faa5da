package org.tocsin.notify.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.AlertVersions;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DeliveryPlans;
import org.tocsin.notify.delivery.Planned;
import org.tocsin.notify.delivery.PlannedVersion;
import org.tocsin.notify.delivery.Rounds;
import org.tocsin.notify.delivery.Told;
import org.tocsin.notify.filter.Verdict;
import org.tocsin.notify.subscription.SubscriptionDirectory;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.event.InvalidEventException;
import org.tocsin.platform.inbox.EventHandler;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * Stores versions of alerts and owes them to whoever wants them, in the transaction of their events. What comes in one
 * transaction is written with as few statements as the order of each alert's versions allows.
 */
@Singleton
class AlertIntake implements EventHandler {

    /** Enough that the statement's own cost does not count, and few enough that its arrays stay small. */
    private static final int ROWS_PER_STATEMENT = 5_000;

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
    @Override
    public void handle(Event event) {
        handleAll(List.of(event));
    }

    /** @throws InvalidEventException when one of the events can never be understood */
    @Override
    public void handleAll(List<Event> events) {
        List<Version> incoming = events.stream().map(this::read).toList();
        versions.store(incoming.stream().map(Version::stored).toList());
        List<SubscriptionDirectory.Entry> active = subscriptions.active();
        for (List<Version> round :
                Rounds.of(incoming, version -> version.alert().id())) {
            owe(round, active);
        }
    }

    private record Version(ChangeKind kind, AlertSnapshot alert, AlertVersions.Stored stored) {}

    private Version read(Event event) {
        ChangeKind kind = kind(event);
        AlertSnapshot alert = reader.read(event.data());
        byte[] body = reader.webhookBody(kind, event.time(), event.data());
        return new Version(
                kind,
                alert,
                new AlertVersions.Stored(
                        new AlertVersions.Key(alert.id(), alert.version()), kind, event.time(), event.data(), body));
    }

    /** Owes versions of different alerts, with few statements, none of which is large. */
    private void owe(List<Version> round, List<SubscriptionDirectory.Entry> active) {
        Map<UUID, Map<UUID, Told>> told =
                plans.told(round.stream().map(version -> version.alert().id()).toList());
        Instant now = clock.instant();
        List<PlannedVersion> planned = new ArrayList<>();
        int rows = 0;
        for (Version version : round) {
            AlertSnapshot alert = version.alert();
            List<DeliveryPlanner.Owing> owing = DeliveryPlanner.plan(
                    alert, version.kind(), active, told.getOrDefault(alert.id(), Map.of()), coolDown, now);
            planned.add(new PlannedVersion(alert.id(), alert.version(), alert.band(), planned(owing)));
            rows += owing.size();
            if (rows >= ROWS_PER_STATEMENT) {
                plans.plan(planned);
                planned.clear();
                rows = 0;
            }
        }
        plans.plan(planned);
    }

    private List<Planned> planned(List<DeliveryPlanner.Owing> owing) {
        Map<Verdict, String> written = new HashMap<>();
        return owing.stream()
                .map(one -> new Planned(
                        UuidCreator.getTimeOrderedEpoch(),
                        one.subscription().id(),
                        one.subscription().channel().type(),
                        one.kind(),
                        one.urgent(),
                        one.gathered(),
                        one.dueAt(),
                        written.computeIfAbsent(one.verdict(), reasons::write)))
                .toList();
    }

    private static ChangeKind kind(Event event) {
        try {
            return ChangeKind.ofEventType(event.type());
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException("The event is not of a type that alerts have", e);
        }
    }
}
