package org.tocsin.notify.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.store.Sql;

/** What a recipient was sent lately, and what was not sent by itself. */
@Singleton
public class RecentDeliveries {

    private static final String RECENT =
            """
            select alert_id, alert_version, kind, status, coalesce(finished_at, due_at, created_at) as time
              from delivery where subscription_id = ? and alert_id is not null
             order by id desc limit ?
            """;

    private final Sql sql;

    RecentDeliveries(Sql sql) {
        this.sql = sql;
    }

    /**
     * One of them.
     *
     * @param time of what became of it, or when it is due
     */
    public record Recent(UUID alert, int version, DeliveryKind kind, DeliveryStatus status, Instant time) {}

    /** The latest first, within the running transaction. */
    public List<Recent> of(UUID subscription, int limit) {
        return sql.list(
                RECENT,
                row -> new Recent(
                        row.uuid("alert_id"),
                        row.integer("alert_version"),
                        DeliveryKind.valueOf(row.text("kind")),
                        DeliveryStatus.valueOf(row.text("status")),
                        row.instant("time")),
                subscription,
                limit);
    }
}
