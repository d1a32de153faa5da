package org.tocsin.monitor.window;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.monitor.series.Episode;

import io.agroal.api.AgroalDataSource;

/** Mentions and the episodes of windows. Everything here joins the running transaction. */
@ApplicationScoped
class WindowRepository {

    /** Any number will do, as long as every replica uses the same. */
    private static final long LOCK = 0x746F6373696E03L;

    private static final String ADD =
            """
            INSERT INTO mention (rule, document_id, country, voice, source_name, text_digest, people, published_at, told)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (rule, document_id) DO NOTHING
            """;
    private static final String SINCE =
            """
            SELECT * FROM mention WHERE rule = ? AND country = ? AND published_at > ? ORDER BY published_at, document_id
            """;
    private static final String TOLD = "UPDATE mention SET told = true WHERE rule = ? AND document_id = ANY (?)";
    private static final String EPISODES =
            """
            SELECT * FROM window_episode WHERE rule = ? AND country = ? AND condition = ?
              AND (released IS NULL OR released >= ?)
            ORDER BY fired
            """;
    private static final String STORE =
            """
            INSERT INTO window_episode (id, rule, country, condition, fired, released, level, signal_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET fired = excluded.fired, released = excluded.released, level = excluded.level
            """;
    private static final String REMOVE = "DELETE FROM window_episode WHERE id = ?";

    private final AgroalDataSource database;

    WindowRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** The windows of a rule in one country. */
    record Scope(String rule, String country) {}

    /** An episode as it is stored. */
    record Stored(UUID id, String condition, Episode episode, UUID signalId) {}

    /**
     * Lets only one transaction at a time look at windows. One lock for all, because a batch of documents cannot know
     * beforehand which ones it will need, and taking several in any order could make two batches wait for each other.
     */
    void lock() {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The windows could not be locked", e);
        }
    }

    /** @return false when the rule has mentioned the document before */
    boolean add(Scope scope, Mention mention) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setString(1, scope.rule());
            insert.setObject(2, mention.documentId());
            insert.setString(3, scope.country());
            insert.setString(4, mention.voice());
            insert.setString(5, mention.sourceName());
            insert.setString(6, mention.textDigest());
            insert.setObject(7, mention.people(), Types.BIGINT);
            insert.setTimestamp(8, Timestamp.from(mention.publishedAt()));
            insert.setBoolean(9, mention.told());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A mention could not be stored", e);
        }
    }

    /** The mentions after an instant, in their order. */
    List<Mention> since(Scope scope, Instant instant) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SINCE)) {
            select.setString(1, scope.rule());
            select.setString(2, scope.country());
            select.setTimestamp(3, Timestamp.from(instant));
            List<Mention> mentions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    mentions.add(new Mention(
                            row.getObject("document_id", UUID.class),
                            row.getString("voice"),
                            row.getString("source_name"),
                            row.getString("text_digest"),
                            row.getObject("people", Long.class),
                            row.getTimestamp("published_at").toInstant(),
                            row.getBoolean("told")));
                }
            }
            return mentions;
        } catch (SQLException e) {
            throw new IllegalStateException("Mentions could not be read", e);
        }
    }

    void told(Scope scope, Collection<UUID> documents) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(TOLD)) {
            update.setString(1, scope.rule());
            update.setArray(2, connection.createArrayOf("uuid", documents.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Mentions could not be changed", e);
        }
    }

    /** The episodes of a condition that go on at, or begin after, a moment, in the order of time. */
    List<Stored> episodes(Scope scope, String condition, long from) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(EPISODES)) {
            select.setString(1, scope.rule());
            select.setString(2, scope.country());
            select.setString(3, condition);
            select.setLong(4, from);
            List<Stored> episodes = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    episodes.add(new Stored(
                            row.getObject("id", UUID.class),
                            condition,
                            new Episode(
                                    row.getLong("fired"),
                                    row.getObject("released", Long.class),
                                    row.getDouble("level"),
                                    0),
                            row.getObject("signal_id", UUID.class)));
                }
            }
            return episodes;
        } catch (SQLException e) {
            throw new IllegalStateException("The episodes of a window could not be read", e);
        }
    }

    void store(Scope scope, Stored stored) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setObject(1, stored.id());
            upsert.setString(2, scope.rule());
            upsert.setString(3, scope.country());
            upsert.setString(4, stored.condition());
            upsert.setLong(5, stored.episode().fired());
            upsert.setObject(6, stored.episode().released(), Types.BIGINT);
            upsert.setDouble(7, stored.episode().level());
            upsert.setObject(8, stored.signalId());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An episode of a window could not be stored", e);
        }
    }

    void remove(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("An episode of a window could not be removed", e);
        }
    }
}
