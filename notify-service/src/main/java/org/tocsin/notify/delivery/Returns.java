package org.tocsin.notify.delivery;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.store.Sql;

/** Corrects the ledger by what becomes known of a mail after the server had taken it. */
@Singleton
public class Returns {

    private static final String CAME_BACK =
            """
            update delivery set status = 'FAILED', detail = ?, finished_at = ?
             where (id = ? or sent_in = ?) and status = 'DELIVERED'
            """;

    private final Sql sql;
    private final Clock clock;

    Returns(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whose address a delivery went to; empty for an unknown one, and for one that went to a contact. */
    public Optional<UUID> subscription(UUID delivery) {
        return sql.first(
                "select subscription_id from delivery where id = ? and recipient is null",
                row -> row.uuid("subscription_id"),
                delivery);
    }

    /** The mail of a delivery did not arrive after all, nor what else it told. */
    public void cameBack(@Nullable UUID delivery, String detail) {
        sql.update(CAME_BACK, detail, clock.instant(), delivery, delivery);
    }
}
