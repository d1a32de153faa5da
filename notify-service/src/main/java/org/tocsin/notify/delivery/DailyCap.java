package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Schedule;
import org.tocsin.notify.subscription.Subscription;

/**
 * Keeps to the number of mails a day that a subscriber set. Nothing is dropped: what is more waits until the next day and
 * comes in one mail. What is urgent is never held back, though it counts; what has waited once is not made to wait again.
 * The lane's lease makes the count exact: nobody else sends to the subscriber meanwhile.
 */
@Singleton
public class DailyCap {

    private static final String SENT =
            """
            select count(distinct coalesce(sent_in, id))::int4 as mails from delivery
             where subscription_id = ? and status = 'DELIVERED' and alert_id is not null and finished_at >= ?
            """;
    private static final String WAITING =
            """
            select count(*)::int4 as waiting from delivery
             where subscription_id = ? and status = 'PENDING' and capped and due_at > ?
            """;

    private final Sql sql;
    private final Clock clock;

    DailyCap(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What may go now and what must wait.
     *
     * @param waiting how many deliveries of each capped subscription wait for its next day, these ones included
     */
    public record Split(List<Owed> now, List<PutOff> putOff, Map<UUID, Waiting> waiting) {}

    /** What waits for a subscription's next day. */
    public record Waiting(int count, int cap, Instant until) {}

    /** Splits deliveries of lanes that the caller holds. */
    public Split split(List<Owed> deliveries, Map<UUID, Subscription> subscriptions) {
        Instant now = clock.instant();
        List<Owed> going = new ArrayList<>();
        List<PutOff> putOff = new ArrayList<>();
        Map<UUID, Waiting> waiting = new HashMap<>();
        Map<UUID, List<Owed>> capped = new HashMap<>();
        for (Owed owed : deliveries) {
            Subscription subscription = subscriptions.get(owed.subscription());
            boolean subject = owed.alert() != null
                    && subscription != null
                    && subscription.schedule().dailyCap() != null;
            if (subject) {
                capped.computeIfAbsent(owed.subscription(), id -> new ArrayList<>())
                        .add(owed);
            } else {
                going.add(owed);
            }
        }
        capped.forEach((id, owed) -> {
            Schedule schedule = subscriptions.get(id).schedule();
            List<PutOff> held = hold(id, schedule, owed, now);
            putOff.addAll(held);
            owed.stream()
                    .filter(one -> held.stream().noneMatch(put -> put.owed() == one))
                    .forEach(going::add);
            int count = held.size() + waitingAlready(id, now);
            if (count > 0 && schedule.dailyCap() != null) {
                waiting.put(id, new Waiting(count, schedule.dailyCap(), schedule.dayAfter(now)));
            }
        });
        return new Split(going, putOff, waiting);
    }

    private List<PutOff> hold(UUID subscription, Schedule schedule, List<Owed> owed, Instant now) {
        Integer cap = schedule.dailyCap();
        int left = cap == null ? Integer.MAX_VALUE : cap - sent(subscription, schedule.dayBegan(now));
        List<Owed> order = owed.stream()
                .sorted(Comparator.comparing(Owed::urgent)
                        .thenComparing(Owed::capped)
                        .reversed())
                .toList();
        List<PutOff> held = new ArrayList<>();
        boolean gatheredMail = false;
        for (Owed one : order) {
            boolean gathered = !one.urgent() && (one.gathered() || schedule.digest());
            // However many are gathered, they are one mail.
            boolean free = gathered && gatheredMail;
            if (one.urgent() || one.capped() || free || left > 0) {
                left -= free ? 0 : 1;
                gatheredMail |= gathered;
            } else {
                held.add(new PutOff(one, schedule.dayAfter(now), true));
            }
        }
        return held;
    }

    private int sent(UUID subscription, Instant since) {
        return sql.first(SENT, row -> row.integer("mails"), subscription, since).orElse(0);
    }

    private int waitingAlready(UUID subscription, Instant now) {
        return sql.first(WAITING, row -> row.integer("waiting"), subscription, now)
                .orElse(0);
    }
}
