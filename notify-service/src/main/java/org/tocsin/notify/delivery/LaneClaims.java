package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;

/**
 * Takes lanes that have something due, and the deliveries at their heads. A lane that nobody works on is leased, so that
 * replicas share the work; a lane in trouble gives one delivery at a time, to see whether it is well again.
 */
@Singleton
class LaneClaims {

    private static final String CLAIM =
            """
            with picked as (
                select id, failures from lane
                 where channel = ? and next_due_at <= ? and (leased_until is null or leased_until <= ?)
                 order by next_due_at
                 limit ?
                   for update skip locked
            ), head as (
                select h.id
                  from picked p
                  cross join lateral (
                      select d.id from delivery d
                       where d.lane_id = p.id and d.status = 'PENDING' and d.due_at <= ?
                         and not exists (
                             select 1 from delivery e
                              where e.lane_id = d.lane_id and e.alert_id = d.alert_id
                                and e.alert_version < d.alert_version and e.status = 'PENDING')
                       order by d.urgent desc, d.due_at, d.id
                       limit case when p.failures = 0 then greatest(?, ? / (select count(*) from picked)) else 1 end
                  ) h
            ), taken as (
                update delivery d
                   set attempts = attempts + 1,
                       attempts_before = attempts_before
                           + case when d.attempts between 1 and %d and exists (
                                 select 1 from attempt a
                                  where a.delivery_id = d.id and a.number = d.attempts and a.ended_at is null)
                             then 1 else 0 end
                  from head where d.id = head.id
                returning d.*
            ), opened as (
                insert into attempt (delivery_id, number, started_at)
                select id, attempts, ? from taken
            ), leased as (
                update lane l set leased_until = ?, leased_by = ? from picked p where l.id = p.id
            )
            select p.id as lane, t.* from picked p left join taken t on t.lane_id = p.id
             order by t.urgent desc, t.due_at, t.id
            """
                    .formatted(Owed.FREE_INTERRUPTIONS);
    private static final String RENEW =
            "update lane set leased_until = ? where id = any (?) and leased_by = ? and leased_until is not null";

    private final Sql sql;

    LaneClaims(Sql sql) {
        this.sql = sql;
    }

    /**
     * Leases due lanes and opens an attempt for each delivery at their heads.
     *
     * @param lanes at most so many
     * @param deliveries about so many in all, but at least {@code perLane} of each healthy lane
     * @return the deliveries of each lane; none where the lane had nothing due after all
     */
    Map<UUID, List<Owed>> claim(
            Channel.Type channel, UUID owner, Instant now, Duration lease, int lanes, int perLane, int deliveries) {
        Map<UUID, List<Owed>> claimed = new LinkedHashMap<>();
        sql.list(
                        CLAIM,
                        LaneClaims::claimedRow,
                        channel,
                        now,
                        now,
                        lanes,
                        now,
                        perLane,
                        deliveries,
                        now,
                        now.plus(lease),
                        owner)
                .forEach(row -> {
                    List<Owed> owed = claimed.computeIfAbsent(row.lane(), lane -> new ArrayList<>());
                    owed.addAll(row.owed());
                });
        return claimed;
    }

    /** Keeps the lanes that are still being worked on. */
    void renew(UUID owner, Collection<UUID> lanes, Instant until) {
        sql.update(RENEW, until, lanes, owner);
    }

    private record ClaimedRow(UUID lane, List<Owed> owed) {}

    private static ClaimedRow claimedRow(Row row) {
        UUID lane = row.uuid("lane");
        if (row.uuidOrNull("id") == null) {
            return new ClaimedRow(lane, List.of());
        }
        return new ClaimedRow(
                lane,
                List.of(new Owed(
                        row.uuid("id"),
                        lane,
                        row.uuid("subscription_id"),
                        row.uuidOrNull("alert_id"),
                        row.integerOrNull("alert_version"),
                        DeliveryKind.valueOf(row.text("kind")),
                        row.integer("attempts"),
                        row.integer("attempts") - row.integer("attempts_before"),
                        row.flag("urgent"),
                        row.flag("gathered"),
                        row.flag("capped"),
                        row.instant("created_at"),
                        row.text("reasons"),
                        row.textOrNull("about"),
                        row.textOrNull("recipient"))));
    }
}
