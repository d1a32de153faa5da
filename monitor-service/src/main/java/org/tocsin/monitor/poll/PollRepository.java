package org.tocsin.monitor.poll;

import java.net.URI;
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

import org.tocsin.monitor.fetch.Validators;
import org.tocsin.monitor.source.MappingJson;
import org.tocsin.monitor.source.SourceFormat;
import org.tocsin.monitor.source.SourceReading;
import org.tocsin.monitor.source.SourceRef;

import io.agroal.api.AgroalDataSource;

/** The timetable as the poller sees it: leases to take and results to write. */
@ApplicationScoped
class PollRepository {

    /** Any number will do, as long as every replica uses the same. */
    private static final long CLAIM_LOCK = 0x746F6373696E01L;

    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(?)";

    /** The longest overdue source of each host that nobody visits at the moment. */
    private static final String CLAIM =
            """
            UPDATE poll_state p
            SET lease_until = ?, lease_token = gen_random_uuid(), last_polled_at = ?
            FROM source s
            WHERE s.id = p.source_id AND p.source_id IN (
                SELECT source_id FROM poll_state
                WHERE source_id IN (
                    SELECT source_id FROM (
                        SELECT DISTINCT ON (d.host) d.source_id, d.next_poll_at
                        FROM poll_state d JOIN source e ON e.id = d.source_id
                        WHERE e.enabled AND e.removed_at IS NULL AND d.next_poll_at <= ?
                          AND d.host NOT IN (SELECT host FROM poll_state WHERE lease_until > ?)
                        ORDER BY d.host, d.next_poll_at) due
                    ORDER BY next_poll_at LIMIT ?)
                FOR UPDATE SKIP LOCKED)
            RETURNING p.source_id, p.lease_token, p.etag, p.last_modified, p.failures, p.gone_seen,
                      s.name, s.url, s.language, s.poll_interval_seconds,
                      s.format, s.full_articles, s.ignore_robots, s.link_selector, s.mapping
            """;

    /** Of a source that nobody visits, the token is one that holds nothing. */
    private static final String FIND =
            """
            SELECT p.source_id, coalesce(p.lease_token, gen_random_uuid()) AS lease_token, p.etag, p.last_modified,
                   p.failures, p.gone_seen, s.name, s.url, s.language, s.poll_interval_seconds,
                   s.format, s.full_articles, s.ignore_robots, s.link_selector, s.mapping
            FROM poll_state p JOIN source s ON s.id = p.source_id
            WHERE p.source_id = ? AND s.enabled AND s.removed_at IS NULL
            """;

    private static final String BRING_FORWARD =
            "UPDATE poll_state SET next_poll_at = least(next_poll_at, ?) WHERE source_id = ?";

    private static final String HOLDS = "SELECT 1 FROM poll_state WHERE source_id = ? AND lease_token = ? FOR UPDATE";

    private static final String RECORD =
            """
            UPDATE poll_state
            SET lease_until = NULL, lease_token = NULL, next_poll_at = ?, state = ?, reason = ?, failures = ?,
                etag = ?, last_modified = ?, gone_seen = ?,
                last_success_at = CASE WHEN ? THEN ? ELSE last_success_at END,
                last_new_at = CASE WHEN ? THEN ? ELSE last_new_at END
            WHERE source_id = ?
            """;

    private static final String DISABLE =
            "UPDATE source SET enabled = false, updated_at = ?, version = version + 1 WHERE id = ?";

    private final AgroalDataSource database;

    PollRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Takes leases on due sources, at most one per host. Replicas claim one after the other, because each must see which
     * hosts the others are visiting; the one that finds the turn taken comes again at its next tick.
     */
    List<DuePoll> claim(Instant now, Duration lease, int limit) {
        try (Connection connection = database.getConnection()) {
            return isMyTurn(connection) ? claim(connection, now, lease, limit) : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException("Due sources could not be claimed", e);
        }
    }

    private static boolean isMyTurn(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setLong(1, CLAIM_LOCK);
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static List<DuePoll> claim(Connection connection, Instant now, Duration lease, int limit)
            throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, Timestamp.from(now.plus(lease)));
            claim.setTimestamp(2, Timestamp.from(now));
            claim.setTimestamp(3, Timestamp.from(now));
            claim.setTimestamp(4, Timestamp.from(now));
            claim.setInt(5, limit);
            List<DuePoll> claimed = new ArrayList<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(due(row));
                }
            }
            return claimed;
        }
    }

    private static DuePoll due(ResultSet row) throws SQLException {
        return new DuePoll(
                new SourceRef(row.getObject("source_id", UUID.class), row.getString("name")),
                row.getObject("lease_token", UUID.class),
                URI.create(row.getString("url")),
                row.getString("language"),
                Duration.ofSeconds(row.getInt("poll_interval_seconds")),
                reading(row),
                new Validators(row.getString("etag"), row.getString("last_modified")),
                row.getInt("failures"),
                row.getInt("gone_seen"));
    }

    private static SourceReading reading(ResultSet row) throws SQLException {
        return new SourceReading(
                SourceFormat.valueOf(row.getString("format")),
                row.getBoolean("full_articles"),
                row.getBoolean("ignore_robots"),
                row.getString("link_selector"),
                MappingJson.read(row.getString("mapping")));
    }

    /** A source in use, without taking a lease on it. */
    Optional<DuePoll> find(UUID source) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, source);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(due(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A source could not be looked up", e);
        }
    }

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

    /** Whether the lease is still ours; if so nobody else can take it until the transaction ends. */
    boolean holds(DuePoll poll) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HOLDS)) {
            select.setObject(1, poll.source().id());
            select.setObject(2, poll.token());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A lease could not be checked", e);
        }
    }

    /** Writes the outcome of a visit and gives the lease back. */
    void record(DuePoll poll, PollOutcome outcome, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RECORD)) {
            Timestamp timestamp = Timestamp.from(now);
            update.setTimestamp(1, Timestamp.from(outcome.nextPoll()));
            update.setString(2, outcome.state().name());
            update.setString(3, outcome.reason());
            update.setInt(4, outcome.failures());
            update.setString(5, outcome.validators().etag());
            update.setString(6, outcome.validators().lastModified());
            update.setInt(7, outcome.kind() == PollOutcome.Kind.GONE ? poll.goneBefore() + 1 : 0);
            update.setBoolean(8, outcome.succeeded());
            update.setTimestamp(9, timestamp);
            update.setBoolean(10, outcome.added() > 0);
            update.setTimestamp(11, timestamp);
            update.setObject(12, poll.source().id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The outcome of a poll could not be written", e);
        }
    }

    void disable(UUID source, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(DISABLE)) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setObject(2, source);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A source could not be switched off", e);
        }
    }
}
