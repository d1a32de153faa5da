package org.tocsin.notify.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Row;
import org.tocsin.notify.store.Sql;

/** Reads the ledger. */
@Singleton
class Ledger {

    private static final String SELECT =
            """
            select d.id, d.subscription_id, s.organisation_id, s.channel, d.alert_id, d.alert_version, d.kind, d.urgent,
                   d.status, d.detail, d.attempts, d.due_at, d.folded_into, d.sent_in, d.created_at, d.finished_at, d.reasons,
                   d.about
              from delivery d join subscription s on s.id = d.subscription_id
            """;
    private static final String LIST = SELECT
            + """
                     where (?::uuid is null or s.organisation_id = ?)
                       and (?::uuid is null or d.subscription_id = ?)
                       and (?::uuid is null or d.alert_id = ?)
                       and (?::text is null or d.status = ?)
                       and (?::text is null or s.channel = ?)
                       and (?::timestamptz is null or d.created_at >= ?)
                       and (?::timestamptz is null or d.created_at < ?)
                       and (?::uuid is null or d.id < ?)
                     order by d.id desc
                     limit ?
                    """;
    private static final String ATTEMPTS =
            """
            select a.number, a.started_at, a.ended_at, a.outcome, a.code, a.detail, a.excerpt,
                   a.number < d.attempts or d.status <> 'PENDING' as over
              from attempt a join delivery d on d.id = a.delivery_id
             where a.delivery_id = ? order by a.number
            """;

    private final Sql sql;

    Ledger(Sql sql) {
        this.sql = sql;
    }

    /** What to look for; null asks nothing. */
    record Query(
            @Nullable UUID organisation,
            @Nullable UUID subscription,
            @Nullable UUID alert,
            @Nullable DeliveryStatus status,
            @Nullable String channel,
            @Nullable Instant since,
            @Nullable Instant until,
            @Nullable UUID before,
            int limit) {}

    /** The latest first. */
    List<DeliveryView> list(Query query) {
        return sql.list(
                LIST,
                Ledger::delivery,
                query.organisation(),
                query.organisation(),
                query.subscription(),
                query.subscription(),
                query.alert(),
                query.alert(),
                query.status(),
                query.status(),
                query.channel(),
                query.channel(),
                query.since(),
                query.since(),
                query.until(),
                query.until(),
                query.before(),
                query.before(),
                query.limit());
    }

    Optional<DeliveryView> find(UUID id) {
        return sql.first(SELECT + " where d.id = ?", Ledger::delivery, id)
                .map(delivery -> delivery.with(sql.list(ATTEMPTS, Ledger::attempt, id)));
    }

    private static DeliveryView delivery(Row row) {
        return new DeliveryView(
                row.uuid("id"),
                row.uuid("subscription_id"),
                row.uuid("organisation_id"),
                row.text("channel"),
                row.uuidOrNull("alert_id"),
                row.integerOrNull("alert_version"),
                DeliveryKind.valueOf(row.text("kind")),
                row.flag("urgent"),
                DeliveryStatus.valueOf(row.text("status")),
                row.textOrNull("detail"),
                row.integer("attempts"),
                row.instantOrNull("due_at"),
                row.uuidOrNull("folded_into"),
                row.uuidOrNull("sent_in"),
                row.instant("created_at"),
                row.instantOrNull("finished_at"),
                row.text("reasons"),
                row.textOrNull("about"),
                null);
    }

    private static DeliveryView.AttemptView attempt(Row row) {
        Instant started = row.instant("started_at");
        Instant ended = row.instantOrNull("ended_at");
        String outcome = row.textOrNull("outcome");
        return new DeliveryView.AttemptView(
                row.integer("number"),
                started,
                ended,
                ended == null ? null : Duration.between(started, ended).toMillis(),
                outcome != null ? outcome : row.flag("over") ? "INTERRUPTED" : "UNDER_WAY",
                row.integerOrNull("code"),
                row.textOrNull("detail"),
                row.textOrNull("excerpt"));
    }
}
