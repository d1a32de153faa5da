package org.tocsin.notify.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;
import org.tocsin.notify.subscription.Channel;

import com.github.f4b6a3.uuid.UuidCreator;

/** Writes down what is owed. Always within the transaction that caused it. */
@ApplicationScoped
public class DeliveryPlans {

    /** Whose subscription was deleted meanwhile is left out; what comes earlier in the alert goes first. */
    private static final String DELIVERIES =
            """
            insert into delivery (id, lane_id, subscription_id, alert_id, alert_version, kind, band, urgent, gathered,
                                  status, due_at, reasons, created_at)
            select u.id, u.subscription_id, u.subscription_id, u.alert_id, u.alert_version, u.kind, u.band, u.urgent,
                   u.gathered, 'PENDING',
                   greatest(u.due_at, (select max(e.due_at) from delivery e
                                        where e.lane_id = u.subscription_id and e.alert_id = u.alert_id
                                          and e.alert_version < u.alert_version
                                          and e.status = 'PENDING' and e.urgent)),
                   u.reasons::jsonb, ?
              from unnest(?::uuid[], ?::int4[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bool[], ?::bool[],
                          ?::timestamptz[], ?::text[])
                   as u(alert_id, alert_version, band, id, subscription_id, kind, urgent, gathered, due_at, reasons)
              join subscription s on s.id = u.subscription_id
             order by u.subscription_id
               for key share of s
            on conflict do nothing
            """;

    /** Of what was cancelled, or could not be delivered at all, the subscriber has not heard. */
    private static final String TOLD =
            """
            select alert_id, subscription_id, max(alert_version) as version,
                   coalesce(bool_or(status not in ('CANCELLED', 'FAILED')), false) as heard,
                   (array_agg(band order by alert_version desc)
                       filter (where status not in ('CANCELLED', 'FAILED')))[1] as band,
                   coalesce(max(finished_at) filter (where status = 'DELIVERED'), min(created_at)) as last_at
              from delivery
            """;

    private static final String OWN_MESSAGE =
            """
            insert into delivery (id, lane_id, subscription_id, kind, urgent, status, due_at, reasons, about,
                                  recipient, created_at)
            select ?, ?, s.id, ?, true, 'PENDING', ?, '[]'::jsonb, ?::jsonb, ?, ?
              from subscription s where s.id = ?
            """;

    private final Sql sql;
    private final LaneOpenings openings;
    private final Clock clock;

    DeliveryPlans(Sql sql, LaneOpenings openings, Clock clock) {
        this.sql = sql;
        this.openings = openings;
        this.clock = clock;
    }

    /** What each subscription knows of each of the alerts, or is owed; an alert that nobody knows is left out. */
    public Map<UUID, Map<UUID, Told>> told(Collection<UUID> alerts) {
        Map<UUID, Map<UUID, Told>> known = new HashMap<>();
        sql.list(
                        TOLD + " where alert_id = any (?::uuid[]) group by alert_id, subscription_id",
                        row -> new Knowing(row.uuid("alert_id"), row.uuid("subscription_id"), told(row)),
                        alerts)
                .forEach(one -> known.computeIfAbsent(one.alert(), alert -> new HashMap<>())
                        .put(one.subscription(), one.told()));
        return known;
    }

    private record Knowing(UUID alert, UUID subscription, Told told) {}

    /** What one subscription knows of an alert, or is owed; null when nothing. */
    public @Nullable Told told(UUID alert, UUID subscription) {
        return sql.first(
                        TOLD + " where alert_id = ? and subscription_id = ? group by alert_id, subscription_id",
                        DeliveryPlans::told,
                        alert,
                        subscription)
                .orElse(null);
    }

    private static Told told(Row row) {
        String band = row.textOrNull("band");
        return new Told(
                row.integer("version"),
                row.flag("heard"),
                band == null ? null : Band.valueOf(band),
                row.instant("last_at"));
    }

    /** Owes a version of an alert. What is owed already stays as it is. */
    public void plan(UUID alert, int version, Band band, List<Planned> plans) {
        plan(List.of(new PlannedVersion(alert, version, band, plans)));
    }

    /**
     * Owes versions of several alerts, of each alert one: what a later version is owed depends on what is owed of the
     * earlier ones. What is owed already stays as it is.
     */
    public void plan(List<PlannedVersion> versions) {
        List<Owing> rows = new ArrayList<>();
        for (PlannedVersion version : versions) {
            version.plans().forEach(plan -> rows.add(new Owing(version, plan)));
        }
        if (rows.isEmpty()) {
            return;
        }
        sql.update(
                DELIVERIES,
                clock.instant(),
                column(rows, row -> row.version().alert()),
                column(rows, row -> row.version().version()),
                column(rows, row -> row.version().band()),
                column(rows, row -> row.plan().id()),
                column(rows, row -> row.plan().subscription()),
                column(rows, row -> row.plan().kind()),
                column(rows, row -> row.plan().urgent()),
                column(rows, row -> row.plan().gathered()),
                column(rows, row -> row.plan().dueAt()),
                column(rows, row -> row.plan().reasons()));
        versions.stream().filter(version -> !version.plans().isEmpty()).forEach(openings::add);
    }

    private record Owing(PlannedVersion version, Planned plan) {}

    /** Owes a subscription a message of our own whose kind says all, at once. */
    public UUID planOwn(UUID subscription, Channel.Type channel, DeliveryKind kind) {
        return plan(subscription, channel, subscription, kind, null, null, clock.instant());
    }

    /**
     * Owes a subscription a message of our own.
     *
     * @param about what it says, JSON
     */
    public UUID planOwn(UUID subscription, Channel.Type channel, DeliveryKind kind, String about, Instant dueAt) {
        return plan(subscription, channel, subscription, kind, about, null, dueAt);
    }

    /**
     * Owes a contact a message about a subscription, by e-mail and at once. It queues in a lane of the contact's own: the
     * subscription's may be the one in trouble.
     *
     * @param about what it says, JSON
     * @param address personal data: never logged
     */
    public UUID planForContact(String address, UUID subscription, DeliveryKind kind, String about) {
        String name = "contact:" + address.toLowerCase(Locale.ROOT);
        UUID lane = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return plan(lane, Channel.Type.EMAIL, subscription, kind, about, address, clock.instant());
    }

    private UUID plan(
            UUID lane,
            Channel.Type channel,
            UUID subscription,
            DeliveryKind kind,
            @Nullable String about,
            @Nullable String recipient,
            Instant dueAt) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(OWN_MESSAGE, id, lane, kind, dueAt, about, recipient, clock.instant(), subscription);
        openings.add(lane, channel, dueAt, kind == DeliveryKind.SOURCE ? id : null);
        return id;
    }

    private static <T> List<Object> column(List<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toList();
    }
}
