package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionChanged;

/** Lets what is owed follow the state of its subscription, in the same transaction. */
@Singleton
class SubscriptionFollower {

    private static final String LOCK = "select failing_since from lane where id = ? for update";
    /** What goes to a contact goes on. That a source is silent may no longer be true when it could be told at last. */
    private static final String STOP =
            """
            update delivery
               set status = case when kind = 'SOURCE' then 'CANCELLED' else ? end,
                   detail = ?, due_at = null, finished_at = ?
             where subscription_id = ? and status in ('PENDING', 'HELD') and recipient is null
            """;

    private static final String RESUME =
            """
            update delivery set status = 'PENDING', detail = null, due_at = ?, finished_at = null,
                                attempts_before = attempts
             where subscription_id = ? and status = 'HELD'
            """;
    /** Of several versions of an alert that could not be delivered, the newest tells all. */
    private static final String FOLD =
            """
            update delivery older
               set status = 'FOLDED', due_at = null, finished_at = ?, detail = 'A newer version of the alert took its place',
                   folded_into = (select n.id from delivery n
                                   where n.lane_id = older.lane_id and n.alert_id = older.alert_id
                                     and n.status = 'PENDING' and n.alert_version > older.alert_version
                                   order by n.alert_version desc limit 1)
             where older.lane_id = ? and older.status = 'PENDING' and not older.urgent
               and exists (select 1 from delivery n
                            where n.lane_id = older.lane_id and n.alert_id = older.alert_id
                              and n.status = 'PENDING' and n.alert_version > older.alert_version)
            """;
    /** What was given up while the endpoint failed, and what showed that it is gone, is missed like what is held. */
    private static final String GIVEN_UP =
            """
            update delivery d set status = 'HELD'
             where d.subscription_id = ? and d.status = 'FAILED' and d.alert_id is not null
               and d.finished_at >= ?::timestamptz - interval '1 minute'
               and not exists (select 1 from delivery n
                                where n.lane_id = d.lane_id and n.alert_id = d.alert_id
                                  and n.alert_version > d.alert_version and n.status = 'DELIVERED')
            """;

    private static final String FRESH_LANE =
            """
            update lane set next_due_at = ?, failures = 0, failing_since = null, blocked_until = null, warned = 0
             where id = ?
            """;

    private final Sql sql;
    private final DeliveryPlans plans;
    private final LaneOpenings openings;
    private final MissedAlerts missed;
    private final Notices notices;
    private final Clock clock;

    SubscriptionFollower(
            Sql sql, DeliveryPlans plans, LaneOpenings openings, MissedAlerts missed, Notices notices, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.openings = openings;
        this.missed = missed;
        this.notices = notices;
        this.clock = clock;
    }

    void follow(@Observes SubscriptionChanged change) {
        Subscription subscription = change.subscription();
        UUID id = subscription.id();
        Instant now = clock.instant();
        Instant failingSince = sql.first(LOCK, row -> Optional.ofNullable(row.instantOrNull("failing_since")), id)
                .flatMap(since -> since)
                .orElse(now);
        switch (subscription.state()) {
            case PENDING -> {
                stop(id, DeliveryStatus.CANCELLED, "The address is to be confirmed", now);
                plans.planOwn(id, subscription.channel().type(), DeliveryKind.CONFIRMATION);
            }
            case ACTIVE -> resume(change, failingSince, now);
            case PAUSED, DISABLED -> stop(id, DeliveryStatus.HELD, subscription.stateReason(), now);
            case UNSUBSCRIBED -> stop(id, DeliveryStatus.CANCELLED, subscription.stateReason(), now);
        }
        if (change.trouble() != null) {
            notices.tell(subscription, change.trouble());
        }
    }

    /** Owes again what was missed: what was held and given up, and what came in since. */
    private void resume(SubscriptionChanged change, Instant failingSince, Instant now) {
        Subscription subscription = change.subscription();
        UUID id = subscription.id();
        if (change.previous() == Subscription.State.DISABLED) {
            Instant stopped = change.stopped() == null ? now : change.stopped();
            sql.update(GIVEN_UP, id, failingSince.isBefore(stopped) ? failingSince : stopped);
        }
        sql.update(RESUME, now, id);
        sql.update(FRESH_LANE, now, id);
        if (change.stopped() != null) {
            missed.plan(subscription, change.stopped());
        }
        sql.update(FOLD, now, id);
        openings.add(id, subscription.channel().type(), now);
    }

    private void stop(UUID subscription, DeliveryStatus status, @Nullable String detail, Instant now) {
        sql.update(STOP, status, detail == null ? "The subscription is paused" : detail, now, subscription);
    }
}
