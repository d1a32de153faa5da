package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Instant;
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

    private static final String LOCK = "select id from lane where id = ? for update";
    private static final String STOP =
            """
            update delivery set status = ?, detail = ?, due_at = null, finished_at = ?
             where subscription_id = ? and status in ('PENDING', 'HELD') and kind <> 'NOTICE'
            """;
    private static final String RESUME =
            """
            update delivery set status = 'PENDING', detail = null, due_at = ?, finished_at = null,
                                attempts_before = attempts
             where subscription_id = ? and status = 'HELD'
            """;
    private static final String FRESH_LANE =
            """
            update lane set next_due_at = ?, failures = 0, failing_since = null, blocked_until = null, warned = 0
             where id = ?
            """;

    private final Sql sql;
    private final DeliveryPlans plans;
    private final LaneOpenings openings;
    private final Clock clock;

    SubscriptionFollower(Sql sql, DeliveryPlans plans, LaneOpenings openings, Clock clock) {
        this.sql = sql;
        this.plans = plans;
        this.openings = openings;
        this.clock = clock;
    }

    void follow(@Observes SubscriptionChanged change) {
        Subscription subscription = change.subscription();
        UUID id = subscription.id();
        Instant now = clock.instant();
        sql.list(LOCK, row -> row.uuid("id"), id);
        switch (subscription.state()) {
            case PENDING -> {
                stop(id, DeliveryStatus.CANCELLED, "The address is to be confirmed", now);
                plans.planOwn(id, subscription.channel().type(), id, DeliveryKind.CONFIRMATION, null, null);
            }
            case ACTIVE -> {
                sql.update(RESUME, now, id);
                sql.update(FRESH_LANE, now, id);
                openings.add(id, subscription.channel().type(), now);
            }
            case PAUSED, DISABLED -> stop(id, DeliveryStatus.HELD, subscription.stateReason(), now);
            case UNSUBSCRIBED -> stop(id, DeliveryStatus.CANCELLED, subscription.stateReason(), now);
        }
    }

    private void stop(UUID subscription, DeliveryStatus status, @Nullable String detail, Instant now) {
        sql.update(STOP, status, detail == null ? "The subscription is paused" : detail, now, subscription);
    }
}
