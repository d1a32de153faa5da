package org.tocsin.monitor.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.github.f4b6a3.uuid.UuidCreator;

import io.agroal.api.AgroalDataSource;

/** Finds the source of a document that somebody sends us, and creates it at its first document. */
@ApplicationScoped
public class PushSources {

    private static final Pattern UUID_SHAPE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final String BY_ID = "SELECT id, name FROM source WHERE removed_at IS NULL AND id = ?";
    private static final String BY_KEY = "SELECT id, name FROM source WHERE removed_at IS NULL AND push_key = ?";
    private static final String BY_NAME =
            """
            SELECT id, name FROM source WHERE removed_at IS NULL AND lower(name) = lower(?) ORDER BY id LIMIT 1
            """;
    /** Waits for a concurrent transaction that creates the same, and then does nothing. */
    private static final String CREATE =
            """
            INSERT INTO source (id, kind, name, format, reliability, poll_interval_seconds, enabled, push_key,
                                created_at, updated_at, version)
            VALUES (?, 'PUSHED', ?, 'AUTO', 'F', ?, true, ?, ?, ?, 0)
            ON CONFLICT (push_key) WHERE removed_at IS NULL DO NOTHING
            """;

    private final AgroalDataSource database;
    private final SourceConfig config;
    private final Clock clock;

    PushSources(AgroalDataSource database, SourceConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The source meant: one of ours by its id, one that was named so before, one of ours by its name, or a new one. Runs
     * in a transaction of its own, so that concurrent senders wait for each other only for a moment.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public SourceRef find(Pusher pusher) {
        try (Connection connection = database.getConnection()) {
            Optional<SourceRef> found = lookUp(connection, pusher);
            if (found.isPresent()) {
                return found.get();
            }
            create(connection, pusher);
            return query(connection, BY_KEY, pusher.key())
                    .orElseThrow(() -> new IllegalStateException("A source vanished while it was created"));
        } catch (SQLException e) {
            throw new IllegalStateException("The source of a document could not be looked up", e);
        }
    }

    private static Optional<SourceRef> lookUp(Connection connection, Pusher pusher) throws SQLException {
        String id = pusher.id();
        if (id != null && UUID_SHAPE.matcher(id).matches()) {
            Optional<SourceRef> ours = query(connection, BY_ID, UUID.fromString(id));
            if (ours.isPresent()) {
                return ours;
            }
        }
        Optional<SourceRef> known = query(connection, BY_KEY, pusher.key());
        return known.isPresent() || id != null ? known : query(connection, BY_NAME, pusher.name());
    }

    private void create(Connection connection, Pusher pusher) throws SQLException {
        Timestamp now = Timestamp.from(clock.instant());
        try (PreparedStatement insert = connection.prepareStatement(CREATE)) {
            insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
            insert.setString(2, pusher.name());
            insert.setLong(3, config.defaultInterval().toSeconds());
            insert.setString(4, pusher.key());
            insert.setTimestamp(5, now);
            insert.setTimestamp(6, now);
            insert.executeUpdate();
        }
    }

    private static Optional<SourceRef> query(Connection connection, String sql, Object parameter) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(new SourceRef(result.getObject("id", UUID.class), result.getString("name")))
                        : Optional.empty();
            }
        }
    }
}
