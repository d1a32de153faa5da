package org.tocsin.monitor.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;

/** When each source is polled next, and how that went so far. Everything here joins the running transaction. */
@ApplicationScoped
class PollTimetable {

    /** A changed address starts afresh: what the old server said about caching no longer holds. */
    private static final String ENTER =
            """
            INSERT INTO poll_state (source_id, host, next_poll_at) VALUES (?, ?, ?)
            ON CONFLICT (source_id) DO UPDATE
            SET host = excluded.host, next_poll_at = excluded.next_poll_at, etag = NULL, last_modified = NULL,
                lease_until = NULL, lease_token = NULL, failures = 0, moved_to = NULL, moved_seen = 0, gone_seen = 0,
                state = 'NEW', reason = 'Not polled yet.'
            """;

    private static final String BRING_FORWARD =
            "UPDATE poll_state SET next_poll_at = least(next_poll_at, ?) WHERE source_id = ?";
    private static final String FIND =
            """
            SELECT p.*, s.lease_until AS pushed_until
            FROM poll_state p LEFT JOIN push_subscription s ON s.source_id = p.source_id AND s.state = 'ACTIVE'
            WHERE p.source_id = ?
            """;
    private static final String PUBLISHED =
            """
            SELECT published_at FROM document
            WHERE source_id = ? AND published_at > ? ORDER BY published_at DESC LIMIT ?
            """;
    private static final Duration RHYTHM_SEEN = Duration.ofDays(90);
    private static final int MOST_REPORTS = 2_000;

    private final AgroalDataSource database;

    PollTimetable(AgroalDataSource database) {
        this.database = database;
    }

    /** Enters a new source, or one whose address has changed. */
    void enter(UUID source, String host, Instant firstPoll) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setObject(1, source);
            insert.setString(2, host);
            insert.setTimestamp(3, Timestamp.from(firstPoll));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A source could not be entered in the timetable", e);
        }
    }

    /** Makes a source due not later than then. */
    void bringForward(UUID source, Instant latest) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(BRING_FORWARD)) {
            update.setTimestamp(1, Timestamp.from(latest));
            update.setObject(2, source);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A poll could not be brought forward", e);
        }
    }

    Optional<SourceHealth> health(UUID source) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, source);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(health(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The health of a source could not be read", e);
        }
    }

    /** How often the source had something new in the last months. */
    SourceRhythm rhythm(UUID source, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PUBLISHED)) {
            select.setObject(1, source);
            select.setTimestamp(2, Timestamp.from(now.minus(RHYTHM_SEEN)));
            select.setInt(3, MOST_REPORTS);
            List<Instant> published = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    published.add(row.getTimestamp(1).toInstant());
                }
            }
            return SourceRhythm.of(published);
        } catch (SQLException e) {
            throw new IllegalStateException("The rhythm of a source could not be read", e);
        }
    }

    /** Reads a row of {@code poll_state} with {@code pushed_until}. */
    static SourceHealth health(ResultSet row) throws SQLException {
        return new SourceHealth(
                SourceHealth.State.valueOf(row.getString("state")),
                row.getString("reason"),
                instant(row.getTimestamp("last_polled_at")),
                instant(row.getTimestamp("last_success_at")),
                instant(row.getTimestamp("last_new_at")),
                row.getInt("failures"),
                instant(row.getTimestamp("next_poll_at")),
                null,
                instant(row.getTimestamp("pushed_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
