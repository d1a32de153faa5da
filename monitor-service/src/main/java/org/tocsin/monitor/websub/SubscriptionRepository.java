package org.tocsin.monitor.websub;

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

import io.agroal.api.AgroalDataSource;

/** The subscriptions table. Everything here joins the running transaction. */
@ApplicationScoped
class SubscriptionRepository {

    /** Another hub or topic is another subscription; the same offer again changes nothing. */
    private static final String WANT =
            """
            INSERT INTO push_subscription (source_id, callback, hub, topic, secret, state, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, 'WANTED', ?)
            ON CONFLICT (source_id) DO UPDATE
            SET callback = excluded.callback, hub = excluded.hub, topic = excluded.topic, secret = excluded.secret,
                state = 'WANTED', lease_until = NULL, next_attempt_at = excluded.next_attempt_at, attempts = 0
            WHERE push_subscription.hub <> excluded.hub OR push_subscription.topic <> excluded.topic
            """;

    /** The next attempt is set before this one is made: whatever becomes of it, the hub is not asked twice at once. */
    private static final String CLAIM =
            """
            UPDATE push_subscription p
            SET attempts = attempts + 1,
                next_attempt_at = ?::timestamptz + least(? * power(2, least(attempts, 10)), ?) * interval '1 second'
            WHERE source_id IN (
                SELECT d.source_id FROM push_subscription d JOIN source s ON s.id = d.source_id
                WHERE d.next_attempt_at <= ? AND s.enabled AND s.removed_at IS NULL
                ORDER BY d.next_attempt_at LIMIT ?
                FOR UPDATE OF d SKIP LOCKED)
            RETURNING source_id, callback, hub, topic, secret, attempts
            """;

    private static final String FIND =
            """
            SELECT p.source_id, p.callback, p.hub, p.topic, p.secret, p.attempts
            FROM push_subscription p JOIN source s ON s.id = p.source_id
            WHERE p.callback = ? AND s.enabled AND s.removed_at IS NULL
            """;
    private static final String ACTIVATE =
            """
            UPDATE push_subscription SET state = 'ACTIVE', lease_until = ?, next_attempt_at = ?, attempts = 0
            WHERE callback = ?
            """;
    private static final String DENY =
            """
            UPDATE push_subscription SET state = 'DENIED', lease_until = NULL, next_attempt_at = ? WHERE callback = ?
            """;
    private static final String NOTE_PUSH = "UPDATE push_subscription SET last_push_at = ? WHERE callback = ?";

    private final AgroalDataSource database;

    SubscriptionRepository(AgroalDataSource database) {
        this.database = database;
    }

    void want(Subscription subscription, Instant now) {
        run(
                WANT,
                subscription.source(),
                subscription.callback(),
                subscription.hub().toString(),
                subscription.topic(),
                subscription.secret(),
                Timestamp.from(now));
    }

    /**
     * Takes subscriptions that are to be made or renewed.
     *
     * @param pause until the next attempt after the first one in vain; doubled with each
     */
    List<Subscription> claim(Instant now, Duration pause, Duration longestPause, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, Timestamp.from(now));
            claim.setLong(2, pause.toSeconds());
            claim.setLong(3, longestPause.toSeconds());
            claim.setTimestamp(4, Timestamp.from(now));
            claim.setInt(5, limit);
            return subscriptions(claim);
        } catch (SQLException e) {
            throw new IllegalStateException("Subscriptions could not be claimed", e);
        }
    }

    /** The subscription that a hub calls back about, of a source in use. */
    Optional<Subscription> find(UUID callback) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, callback);
            return subscriptions(select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("A subscription could not be looked up", e);
        }
    }

    void activate(UUID callback, Instant leaseUntil, Instant renewAt) {
        run(ACTIVATE, Timestamp.from(leaseUntil), Timestamp.from(renewAt), callback);
    }

    void deny(UUID callback, Instant nextAttempt) {
        run(DENY, Timestamp.from(nextAttempt), callback);
    }

    void notePush(UUID callback, Instant now) {
        run(NOTE_PUSH, Timestamp.from(now), callback);
    }

    private void run(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A subscription could not be written", e);
        }
    }

    private static List<Subscription> subscriptions(PreparedStatement statement) throws SQLException {
        List<Subscription> subscriptions = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                subscriptions.add(new Subscription(
                        row.getObject("source_id", UUID.class),
                        row.getObject("callback", UUID.class),
                        URI.create(row.getString("hub")),
                        row.getString("topic"),
                        row.getString("secret"),
                        row.getInt("attempts")));
            }
        }
        return subscriptions;
    }
}
