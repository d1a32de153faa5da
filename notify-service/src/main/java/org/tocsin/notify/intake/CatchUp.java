package org.tocsin.notify.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.tocsin.notify.alert.AlertReader;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.ChangeKind;
import org.tocsin.notify.delivery.DeliveryPlans;
import org.tocsin.notify.delivery.MissedAlerts;
import org.tocsin.notify.delivery.Planned;
import org.tocsin.notify.delivery.Told;
import org.tocsin.notify.filter.AlertFacts;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionDirectory;

import com.github.f4b6a3.uuid.UuidCreator;

/**
 * Plans what a subscription missed while it was stopped: of each alert the newest version, unless the alert has ended and
 * the subscriber had not heard of it. Mails of it are gathered into one.
 */
@Singleton
class CatchUp implements MissedAlerts {

    private static final int MANY = 2_000;
    private static final String NEWEST =
            """
            select kind, data from (
                select distinct on (alert_id) alert_id, version, kind, data, seen_at from alert_version
                 where alert_id in (select alert_id from alert_version where seen_at >= ?)
                 order by alert_id, version desc) newest
             order by seen_at desc limit %d
            """
                    .formatted(MANY);

    private final Sql sql;
    private final AlertReader alerts;
    private final DeliveryPlans plans;
    private final Reasons reasons;
    private final Clock clock;

    CatchUp(Sql sql, AlertReader alerts, DeliveryPlans plans, Reasons reasons, Clock clock) {
        this.sql = sql;
        this.alerts = alerts;
        this.plans = plans;
        this.reasons = reasons;
        this.clock = clock;
    }

    private record Version(ChangeKind kind, byte[] data) {}

    @Override
    public int plan(Subscription subscription, Instant since) {
        SubscriptionDirectory.Entry entry = new SubscriptionDirectory.Entry(
                subscription, subscription.filter().condition());
        List<Version> versions =
                sql.list(NEWEST, row -> new Version(ChangeKind.valueOf(row.text("kind")), row.bytes("data")), since);
        return (int) versions.stream()
                .filter(version -> plan(entry, version.kind(), alerts.read(version.data())))
                .count();
    }

    private boolean plan(SubscriptionDirectory.Entry entry, ChangeKind kind, AlertSnapshot alert) {
        Subscription subscription = entry.subscription();
        Told told = plans.told(alert.id(), subscription.id());
        if (kind.ending() && (told == null || !told.heard())) {
            return false;
        }
        Instant now = clock.instant();
        Optional<DeliveryPlanner.Owing> owing =
                DeliveryPlanner.plan(alert, AlertFacts.of(alert), kind, entry, told, CoolDown.NONE, now);
        owing.ifPresent(one -> plans.plan(
                alert.id(),
                alert.version(),
                alert.band(),
                List.of(new Planned(
                        UuidCreator.getTimeOrderedEpoch(),
                        subscription.id(),
                        subscription.channel().type(),
                        one.kind(),
                        one.urgent(),
                        !one.urgent() && subscription.channel().type() == Channel.Type.EMAIL,
                        one.dueAt(),
                        reasons.write(one.verdict())))));
        return owing.isPresent();
    }
}
