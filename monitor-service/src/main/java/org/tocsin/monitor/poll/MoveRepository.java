package org.tocsin.monitor.poll;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;

/** Where sources were redirected for good, and their new addresses. Everything here joins the running transaction. */
@ApplicationScoped
class MoveRepository {

    /** Counts the visits in a row that were sent to the same place for good; none is sent anywhere by null. */
    private static final String SIGHT =
            """
            UPDATE poll_state
            SET moved_seen = CASE WHEN ?::text IS NULL THEN 0 WHEN moved_to = ? THEN moved_seen + 1 ELSE 1 END,
                moved_to = ?
            WHERE source_id = ?
            RETURNING moved_seen
            """;

    /** Does nothing when another source has the new address already. */
    private static final String MOVE =
            """
            WITH moved AS (
                UPDATE source SET url = ?, updated_at = ?, version = version + 1
                WHERE id = ? AND NOT EXISTS (SELECT 1 FROM source WHERE url = ? AND removed_at IS NULL)
                RETURNING id)
            UPDATE poll_state SET host = ?, moved_to = NULL, moved_seen = 0 WHERE source_id IN (SELECT id FROM moved)
            """;

    private final AgroalDataSource database;

    MoveRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Notes where a visit was redirected for good.
     *
     * @param target null when it was not
     * @return how many visits in a row were redirected there
     */
    int sight(UUID source, @Nullable URI target) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(SIGHT)) {
            String address = target == null ? null : target.toString();
            update.setString(1, address);
            update.setString(2, address);
            update.setString(3, address);
            update.setObject(4, source);
            try (ResultSet row = update.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A redirect could not be noted", e);
        }
    }

    void move(UUID source, URI uri, String host, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, uri.toString());
            update.setTimestamp(2, Timestamp.from(now));
            update.setObject(3, source);
            update.setString(4, uri.toString());
            update.setString(5, host);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The new address of a source could not be written", e);
        }
    }
}
