package org.tocsin.notify.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Sql;

/** Writes down how tries ended: attempts, deliveries and the health of lanes, many at a time. */
@Singleton
class DeliveryBook {

    private static final String LOCK_LANES =
            """
            select id, failures, failing_since, blocked_until, warned from lane where id = any (?::uuid[]) order by id
               for update
            """;
    private static final String CLOSE_ATTEMPTS =
            """
            update attempt a
               set started_at = r.started_at, ended_at = r.ended_at, outcome = r.outcome, code = r.code,
                   detail = r.detail, excerpt = r.excerpt
              from unnest(?::uuid[], ?::int4[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::int4[], ?::text[],
                          ?::text[]) as r(id, number, started_at, ended_at, outcome, code, detail, excerpt)
             where a.delivery_id = r.id and a.number = r.number
            """;
    /** Success counts whatever happened meanwhile; a failure only if nobody has tried again or withdrawn it since. */
    private static final String SETTLE =
            """
            update delivery d
               set status = r.status, due_at = r.due_at, detail = r.detail, folded_into = null,
                   sent_in = case when r.status = 'DELIVERED' and r.sent_in <> d.id then r.sent_in end,
                   finished_at = case when r.status = 'PENDING' then null else r.ended_at end
              from unnest(?::uuid[], ?::int4[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[],
                          ?::uuid[]) as r(id, number, status, due_at, detail, ended_at, sent_in)
             where d.id = r.id
               and (r.status = 'DELIVERED' or d.attempts = r.number and d.status = 'PENDING')
            """;
    /**
     * An ordinary version that must wait longer than a newer one is told by that one: nothing that is urgent waits for
     * the retries of what it replaces. An urgent version gives way to a newer urgent one after three tries.
     */
    private static final String FOLD =
            """
            with folded as (
                update delivery earlier
                   set status = 'FOLDED', due_at = null, folded_into = n.newer, finished_at = ?,
                       detail = 'A newer version of the alert took its place'
                  from (select distinct on (e.id) e.id, l.id as newer
                          from delivery e
                          join delivery l on l.lane_id = e.lane_id and l.alert_id = e.alert_id
                                         and l.alert_version > e.alert_version and l.status = 'PENDING'
                         where e.id = any (?) and e.status = 'PENDING'
                           and case when e.urgent then l.urgent and e.attempts - e.attempts_before >= 3
                                    else l.due_at < e.due_at end
                         order by e.id, l.alert_version) n
                 where earlier.id = n.id
                returning earlier.id, n.newer
            )
            update delivery d set folded_into = f.newer from folded f where d.folded_into = f.id
            """;
    /** What comes later in an alert waits for what comes earlier. */
    private static final String HOLD_BACK =
            """
            update delivery later
               set due_at = r.due_at
              from unnest(?::uuid[], ?::timestamptz[]) as r(id, due_at)
              join delivery earlier on earlier.id = r.id and earlier.status = 'PENDING'
             where later.lane_id = earlier.lane_id and later.alert_id = earlier.alert_id
               and later.alert_version > earlier.alert_version
               and later.status = 'PENDING' and later.due_at < r.due_at
            """;

    private static final String PUT_OFF =
            """
            update delivery d
               set due_at = r.due_at, capped = d.capped or r.capped, gathered = d.gathered or r.capped,
                   detail = case when r.capped then 'The daily cap is reached' else d.detail end
              from unnest(?::uuid[], ?::int4[], ?::timestamptz[], ?::bool[]) as r(id, number, due_at, capped)
             where d.id = r.id and d.attempts = r.number and d.status = 'PENDING'
            """;
    private static final String FORGET_ATTEMPTS =
            """
            with returned as (
                update delivery d set attempts = attempts - 1
                  from unnest(?::uuid[], ?::int4[]) as r(id, number)
                 where d.id = r.id and d.attempts = r.number
                returning r.id, r.number)
            delete from attempt a using returned r where a.delivery_id = r.id and a.number = r.number
            """;
    private static final String UPDATE_LANES =
            """
            update lane l
               set failures = r.failures, failing_since = r.failing_since, blocked_until = r.blocked_until,
                   warned = r.warned
              from unnest(?::uuid[], ?::int4[], ?::timestamptz[], ?::timestamptz[], ?::int4[])
                   as r(id, failures, failing_since, blocked_until, warned)
             where l.id = r.id
            """;
    private static final String RELEASE =
            """
            update lane l
               set leased_until = null, leased_by = null,
                   next_due_at = greatest(
                       least((select d.due_at from delivery d
                               where d.lane_id = l.id and d.status = 'PENDING' and d.urgent
                               order by d.due_at limit 1),
                             (select d.due_at from delivery d
                               where d.lane_id = l.id and d.status = 'PENDING' and not d.urgent
                               order by d.due_at limit 1)),
                       case when exists (select 1 from delivery d where d.lane_id = l.id and d.status = 'PENDING')
                            then greatest(l.blocked_until, ?) end)
             where l.id = any (?) and l.leased_by = ?
            """;

    private final Sql sql;
    private final Clock clock;
    private final Notices notices;
    private final RandomGenerator random = RandomGenerator.getDefault();

    DeliveryBook(Sql sql, Clock clock, Notices notices) {
        this.sql = sql;
        this.clock = clock;
        this.notices = notices;
    }

    /**
     * Records finished tries in the running transaction.
     *
     * @param putOff deliveries that are to wait
     * @param returned deliveries for which an attempt was opened but not made, those put off included
     * @param finished lanes of {@code owner} on which work is over for now
     * @return the health of each lane that was tried
     */
    Collection<LaneHealth> record(
            List<Tried> tries, List<PutOff> putOff, List<Owed> returned, List<UUID> finished, UUID owner) {
        Map<UUID, LaneHealth> lanes = lock(tries, returned, finished);
        if (!tries.isEmpty()) {
            closeAttempts(tries);
            settle(tries);
        }
        if (!putOff.isEmpty()) {
            sql.update(
                    PUT_OFF,
                    column(putOff, one -> one.owed().id()),
                    column(putOff, one -> one.owed().number()),
                    column(putOff, PutOff::until),
                    column(putOff, PutOff::capped));
            fold(column(putOff, one -> one.owed().id()));
        }
        if (!returned.isEmpty()) {
            sql.update(FORGET_ATTEMPTS, column(returned, Owed::id), column(returned, Owed::number));
        }
        List<LaneHealth> changed = judge(tries, lanes);
        changed.stream()
                .filter(lane -> lane.warned() > lanes.get(lane.lane()).warned())
                .forEach(lane -> notices.warn(lane.lane(), lane.warned()));
        if (!changed.isEmpty()) {
            sql.update(
                    UPDATE_LANES,
                    column(changed, LaneHealth::lane),
                    column(changed, LaneHealth::failures),
                    column(changed, LaneHealth::failingSince),
                    column(changed, LaneHealth::blockedUntil),
                    column(changed, LaneHealth::warned));
        }
        if (!finished.isEmpty()) {
            sql.update(RELEASE, null, finished, owner);
        }
        return changed;
    }

    /** Gives back lanes in which nothing was due after all; they are looked at again no sooner than told. */
    void releaseEmpty(List<UUID> lanes, UUID owner, Instant notBefore) {
        sql.list(LOCK_LANES, row -> row.uuid("id"), lanes);
        sql.update(RELEASE, notBefore, lanes, owner);
    }

    private Map<UUID, LaneHealth> lock(List<Tried> tries, List<Owed> returned, List<UUID> finished) {
        List<UUID> ids = new ArrayList<>(finished);
        returned.forEach(owed -> ids.add(owed.lane()));
        tries.forEach(tried -> ids.add(tried.owed().lane()));
        Map<UUID, LaneHealth> lanes = new LinkedHashMap<>();
        sql.list(
                        LOCK_LANES,
                        row -> new LaneHealth(
                                row.uuid("id"),
                                row.integer("failures"),
                                row.instantOrNull("failing_since"),
                                row.instantOrNull("blocked_until"),
                                row.integer("warned")),
                        ids)
                .forEach(lane -> lanes.put(lane.lane(), lane));
        return lanes;
    }

    private List<LaneHealth> judge(List<Tried> tries, Map<UUID, LaneHealth> lanes) {
        Map<UUID, LaneHealth> changed = new LinkedHashMap<>();
        for (Tried tried : tries) {
            LaneHealth before = changed.getOrDefault(
                    tried.owed().lane(), lanes.get(tried.owed().lane()));
            if (before != null && tried.laneConcerned()) {
                changed.put(before.lane(), before.after(tried.outcome(), tried.endedAt(), random.nextDouble()));
            }
        }
        return List.copyOf(changed.values());
    }

    private void closeAttempts(List<Tried> tries) {
        sql.update(
                CLOSE_ATTEMPTS,
                column(tries, tried -> tried.owed().id()),
                column(tries, tried -> tried.owed().number()),
                column(tries, Tried::startedAt),
                column(tries, Tried::endedAt),
                column(tries, tried -> tried.outcome().word()),
                column(tries, tried -> tried.outcome().code()),
                column(tries, tried -> tried.outcome().detail()),
                column(tries, tried -> tried.outcome().excerpt()));
    }

    private void settle(List<Tried> tries) {
        sql.update(
                SETTLE,
                column(tries, tried -> tried.owed().id()),
                column(tries, tried -> tried.owed().number()),
                column(tries, tried -> tried.after().status()),
                column(tries, tried -> tried.after().dueAt()),
                column(tries, tried -> tried.outcome().detail()),
                column(tries, Tried::endedAt),
                column(tries, Tried::sentIn));
        List<Tried> again = tries.stream()
                .filter(tried -> tried.after().dueAt() != null && tried.owed().alert() != null)
                .toList();
        if (!again.isEmpty()) {
            fold(column(again, tried -> tried.owed().id()));
            sql.update(HOLD_BACK, column(again, tried -> tried.owed().id()), column(again, tried -> tried.after()
                    .dueAt()));
        }
    }

    private void fold(List<@Nullable Object> earlier) {
        sql.update(FOLD, clock.instant(), earlier);
    }

    private static <T> List<@Nullable Object> column(List<T> rows, Function<T, @Nullable Object> value) {
        List<@Nullable Object> column = new ArrayList<>(rows.size());
        rows.forEach(row -> column.add(value.apply(row)));
        return column;
    }
}
