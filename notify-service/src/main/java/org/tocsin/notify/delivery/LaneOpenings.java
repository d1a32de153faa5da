package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;

/**
 * Makes lanes due at the very end of the transaction that left something in them. A batch of alerts holds the lanes'
 * locks for a moment only, and takes them in one order, so that it neither delays nor deadlocks the recording of what is
 * being delivered meanwhile. The order of locks is everywhere: subscription, lanes by id, deliveries.
 */
@Singleton
class LaneOpenings {

    private static final String OPEN =
            """
            insert into lane as l (id, channel, next_due_at)
            select u.id, u.channel, u.due_at
              from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as u(id, channel, due_at)
             order by u.id
            on conflict (id) do update
               set next_due_at = greatest(least(l.next_due_at, excluded.next_due_at), l.blocked_until)
            """;
    /** An ordinary version that was put off, or that waits for an endpoint in trouble, is told by the newer one. */
    private static final String FOLD =
            """
            with folded as (
                update delivery older
                   set status = 'FOLDED', due_at = null, folded_into = newer.id, finished_at = ?,
                       detail = 'A newer version of the alert took its place'
                  from unnest(?::uuid[], ?::int4[]) as v(alert_id, alert_version), delivery newer, lane l
                 where newer.alert_id = v.alert_id and newer.alert_version = v.alert_version
                   and newer.status = 'PENDING' and l.id = newer.lane_id
                   and older.lane_id = newer.lane_id and older.alert_id = newer.alert_id
                   and older.alert_version < newer.alert_version
                   and older.status = 'PENDING' and not older.urgent
                   and (older.due_at > ? or l.failures > 0)
                returning older.id, newer.id as into_id
            )
            update delivery d set folded_into = f.into_id from folded f where d.folded_into = f.id
            """;
    /** What is urgent does not wait out the retries of an older version: both are tried now. */
    private static final String HURRY =
            """
            update delivery d set due_at = ?
              from unnest(?::uuid[], ?::int4[]) as v(alert_id, alert_version), delivery newer
             where newer.alert_id = v.alert_id and newer.alert_version = v.alert_version
               and newer.status = 'PENDING' and newer.urgent
               and d.lane_id = newer.lane_id and d.alert_id = newer.alert_id
               and d.alert_version <= newer.alert_version
               and d.status = 'PENDING' and d.urgent and d.due_at > ?
            """;

    /** Of a source, the newest notice tells all: nobody reads that it fell silent after they read that it is back. */
    private static final String FOLD_NOTICES =
            """
            update delivery older
               set status = 'FOLDED', due_at = null, folded_into = newer.id, finished_at = ?,
                   detail = 'A newer notice on the source took its place'
              from delivery newer
             where newer.id = ? and newer.status = 'PENDING'
               and older.lane_id = newer.lane_id and older.id < newer.id and older.kind = 'SOURCE'
               and older.status = 'PENDING' and older.about ->> 'sourceId' = newer.about ->> 'sourceId'
            """;

    private static final int FIRST = 1;

    private final Sql sql;
    private final TransactionSynchronizationRegistry transactions;
    private final Event<DeliveriesDue> due;
    private final Clock clock;

    LaneOpenings(Sql sql, TransactionSynchronizationRegistry transactions, Event<DeliveriesDue> due, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.due = due;
        this.clock = clock;
    }

    /** Something was left in a lane. */
    void add(UUID lane, Channel.Type channel, Instant dueAt) {
        add(lane, channel, dueAt, null);
    }

    /** @param notice the delivery of a notice on a source, null when it is something else that was left */
    void add(UUID lane, Channel.Type channel, Instant dueAt, @Nullable UUID notice) {
        Pending pending = pending();
        pending.add(lane, channel, dueAt);
        if (notice != null) {
            pending.notices.add(notice);
        }
    }

    /** A version of an alert was left in several lanes. */
    void add(PlannedVersion version) {
        Pending pending = pending();
        version.plans().forEach(plan -> pending.add(plan.subscription(), plan.channel(), plan.dueAt()));
        if (version.version() > FIRST) {
            // Nothing came before the first that it could replace or hurry.
            pending.versions.add(new Version(version.alert(), version.version()));
        }
    }

    private record Lane(Channel.Type channel, Instant dueAt) {}

    private record Version(UUID alert, int version) {}

    private static final class Pending {
        private final Map<UUID, Lane> lanes = new TreeMap<>();
        private final List<Version> versions = new ArrayList<>();
        private final List<UUID> notices = new ArrayList<>();

        private void add(UUID lane, Channel.Type channel, Instant dueAt) {
            lanes.merge(
                    lane, new Lane(channel, dueAt), (one, other) -> one.dueAt().isAfter(other.dueAt()) ? other : one);
        }
    }

    private Pending pending() {
        Object present = transactions.getResource(LaneOpenings.class);
        if (present instanceof Pending pending) {
            return pending;
        }
        Pending fresh = new Pending();
        transactions.putResource(LaneOpenings.class, fresh);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                open(fresh);
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    due.fire(new DeliveriesDue());
                }
            }
        });
        return fresh;
    }

    private void open(Pending pending) {
        sql.update(
                OPEN,
                pending.lanes.keySet(),
                pending.lanes.values().stream().map(Lane::channel).toList(),
                pending.lanes.values().stream().map(Lane::dueAt).toList());
        Instant now = clock.instant();
        for (List<Version> round : Rounds.of(pending.versions, Version::alert)) {
            List<UUID> alerts = round.stream().map(Version::alert).toList();
            List<Integer> numbers = round.stream().map(Version::version).toList();
            sql.update(FOLD, now, alerts, numbers, now);
            sql.update(HURRY, now, alerts, numbers, now);
        }
        pending.notices.forEach(notice -> sql.update(FOLD_NOTICES, now, notice));
    }
}
