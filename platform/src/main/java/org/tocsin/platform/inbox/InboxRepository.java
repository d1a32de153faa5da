package org.tocsin.platform.inbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

/** The SQL of the inbox. Joins the running transaction. */
@ApplicationScoped
class InboxRepository {

    /** In one order for all, so that two batches with the same events cannot wait for each other. */
    private static final String REMEMBER =
            """
            INSERT INTO inbox (topic, event_id, received_at)
            SELECT topic, event_id, ?
            FROM (SELECT DISTINCT * FROM unnest(?::text[], ?::text[]) AS arrived (topic, event_id)) AS distinct_ones
            ORDER BY topic, event_id
            ON CONFLICT DO NOTHING
            RETURNING topic, event_id""";

    private static final String PURGE =
            """
            DELETE FROM inbox WHERE ctid = ANY (ARRAY(SELECT ctid FROM inbox WHERE received_at < ? LIMIT ?))""";

    private final AgroalDataSource dataSource;

    InboxRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Remembers the events and returns those that were not known before. */
    Set<EventKey> remember(Collection<EventKey> events, Instant now) throws SQLException {
        if (events.isEmpty()) {
            return Set.of();
        }
        List<EventKey> ordered = List.copyOf(events);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement remember = connection.prepareStatement(REMEMBER)) {
            remember.setObject(1, now.atOffset(ZoneOffset.UTC));
            remember.setArray(
                    2,
                    connection.createArrayOf(
                            "text", ordered.stream().map(EventKey::topic).toArray()));
            remember.setArray(
                    3,
                    connection.createArrayOf(
                            "text", ordered.stream().map(EventKey::id).toArray()));
            Set<EventKey> fresh = new HashSet<>();
            try (ResultSet added = remember.executeQuery()) {
                while (added.next()) {
                    fresh.add(new EventKey(added.getString(1), added.getString(2)));
                }
            }
            return fresh;
        }
    }

    /** Forgets at most this many events received before the time. Returns how many. */
    int purge(Instant before, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement purge = connection.prepareStatement(PURGE)) {
            purge.setObject(1, before.atOffset(ZoneOffset.UTC));
            purge.setInt(2, limit);
            return purge.executeUpdate();
        }
    }

    /** What makes an event known: ids are unique within a topic. */
    record EventKey(String topic, String id) {}
}
