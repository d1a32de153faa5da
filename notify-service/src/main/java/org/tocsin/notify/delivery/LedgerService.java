package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.tocsin.notify.access.Caller;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;
import org.tocsin.notify.subscription.Subscription;
import org.tocsin.notify.subscription.SubscriptionService;
import org.tocsin.platform.paging.Page;
import org.tocsin.platform.problem.ProblemException;

/** What callers read from the ledger and have done again. Partners see their own organisation's part of it. */
@ApplicationScoped
class LedgerService {

    private static final String LOCK_LANE = "select id from lane where id = ? for update";
    private static final String LOCK_LANE_OF =
            "select l.id, l.channel from delivery d join lane l on l.id = d.lane_id where d.id = ? for update of l";
    private static final String RETRY =
            """
            update delivery set status = 'PENDING', due_at = ?, attempts_before = attempts, finished_at = null,
                                folded_into = null, detail = 'Asked for again'
             where id = ? and status in ('FAILED', 'CANCELLED', 'FOLDED', 'HELD')
            """;
    private static final String HURRY =
            "update delivery set due_at = ? where id = ? and status = 'PENDING' and due_at > ?";
    private static final String REPLAY =
            """
            update delivery d set status = 'PENDING', due_at = ?, finished_at = null, folded_into = null,
                                  attempts_before = attempts, detail = 'Replayed'
             where d.subscription_id = ? and d.created_at >= ? and d.alert_id is not null
               and (d.status in ('FAILED', 'CANCELLED', 'HELD') or ? and d.status = 'DELIVERED')
               and (? or not exists (
                       select 1 from delivery n
                        where n.lane_id = d.lane_id and n.alert_id = d.alert_id
                          and n.alert_version > d.alert_version and n.status = 'DELIVERED'))
            """;

    private final Ledger ledger;
    private final SubscriptionService subscriptions;
    private final DeliveryPlans plans;
    private final LaneOpenings openings;
    private final MissedAlerts missed;
    private final Sql sql;
    private final Caller caller;
    private final Clock clock;

    LedgerService(
            Ledger ledger,
            SubscriptionService subscriptions,
            DeliveryPlans plans,
            LaneOpenings openings,
            MissedAlerts missed,
            Sql sql,
            Caller caller,
            Clock clock) {
        this.ledger = ledger;
        this.subscriptions = subscriptions;
        this.plans = plans;
        this.openings = openings;
        this.missed = missed;
        this.sql = sql;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Page<DeliveryView> list(Ledger.Query query) {
        UUID only = caller.onlyOrganisation();
        List<DeliveryView> found = ledger.list(new Ledger.Query(
                only,
                query.subscription(),
                query.alert(),
                query.status(),
                query.channel(),
                query.since(),
                query.until(),
                query.before(),
                query.limit() + 1));
        List<DeliveryView> items = found.stream().limit(query.limit()).toList();
        String next =
                found.size() > query.limit() ? items.get(items.size() - 1).id().toString() : null;
        return new Page<>(items, next);
    }

    @Transactional
    DeliveryView get(UUID id) {
        return ledger.find(id)
                .filter(found -> caller.mayActFor(found.organisation()))
                .orElseThrow(() -> ProblemException.notFound("There is no such delivery."));
    }

    /** Tries a delivery at once, with the same id; it then has all its tries before it again. */
    @Transactional
    DeliveryView retry(UUID id) {
        DeliveryView delivery = get(id);
        active(delivery.subscription());
        if (delivery.status() == DeliveryStatus.DELIVERED) {
            throw ProblemException.conflict("It was delivered; replay the subscription to have it sent again.");
        }
        Instant now = clock.instant();
        // Of a message to a contact, it is the contact's.
        Lane lane = sql.first(
                        LOCK_LANE_OF, row -> new Lane(row.uuid("id"), Channel.Type.valueOf(row.text("channel"))), id)
                .orElseThrow();
        if (sql.update(HURRY, now, id, now) == 0) {
            sql.update(RETRY, now, id);
        }
        openings.add(lane.id(), lane.channel(), now);
        return get(id);
    }

    private record Lane(UUID id, Channel.Type channel) {}

    /**
     * Sends again what could not be delivered since a time, and what it was not told because it was not active.
     *
     * @param delivered whether to repeat what was delivered as well
     * @return how many deliveries that are
     */
    @Transactional
    int replay(UUID id, Instant since, boolean delivered) {
        Subscription subscription = active(id);
        Instant now = clock.instant();
        sql.list(LOCK_LANE, row -> row.uuid("id"), id);
        int replayed = sql.update(REPLAY, now, id, since, delivered, delivered) + missed.plan(subscription, since);
        openings.add(id, subscription.channel().type(), now);
        return replayed;
    }

    /** Sends a test message. */
    @Transactional
    DeliveryView test(UUID id) {
        Subscription subscription = active(id);
        Channel.Type channel = subscription.channel().type();
        return get(plans.planOwn(id, channel, DeliveryKind.TEST));
    }

    private Subscription active(UUID id) {
        Subscription subscription = subscriptions.get(id);
        if (subscription.state() != Subscription.State.ACTIVE) {
            throw ProblemException.conflict("The subscription is not active.");
        }
        return subscription;
    }
}
