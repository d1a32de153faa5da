package org.tocsin.monitor.backtest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.agroal.api.AgroalDataSource;

/** Kept documents by their time, and the backtests under way. Everything here joins the running transaction. */
@ApplicationScoped
class BacktestRepository {

    private static final String PAGE =
            """
            SELECT d.id, d.url, d.title, d.text, coalesce(d.language, s.language) AS language, d.published_at, s.country
            FROM document d JOIN source s ON s.id = d.source_id
            WHERE (d.published_at, d.id) > (?::timestamptz, ?::uuid) AND d.published_at < ?
              AND (?::uuid IS NULL OR d.source_id = ?)
              AND (?::text IS NULL OR split_part(lower(coalesce(d.language, s.language)), '-', 1) = lower(?)
                                   OR lower(coalesce(d.language, s.language)) = lower(?))
              AND (?::text IS NULL OR s.country = upper(?))
            ORDER BY d.published_at, d.id LIMIT ?
            """;
    private static final String START = "INSERT INTO backtest (id, rule, started_by, started_at) VALUES (?, ?, ?, ?)";
    private static final String RUNNING = "SELECT 1 FROM backtest WHERE id = ?";
    private static final String END = "DELETE FROM backtest WHERE id = ?";
    private static final String FORGET = "DELETE FROM backtest WHERE started_at < ?";

    private final AgroalDataSource database;

    BacktestRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Where a page ended, so that the next one begins behind it. */
    record Position(Instant publishedAt, UUID id) {

        static Position before(Instant from) {
            // Nothing is older than what begins there, and no id is smaller than this one.
            return new Position(from, new UUID(0, 0));
        }
    }

    /** The next documents in the order of their publication, empty behind the last. */
    List<StoredDocument> page(DocumentFilter filter, Position after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PAGE)) {
            Object[] values = {
                Timestamp.from(after.publishedAt()),
                after.id(),
                Timestamp.from(filter.to()),
                filter.source(),
                filter.source(),
                filter.language(),
                filter.language(),
                filter.language(),
                filter.country(),
                filter.country(),
                limit
            };
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<StoredDocument> documents = new ArrayList<>(limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    documents.add(document(row));
                }
            }
            return documents;
        } catch (SQLException e) {
            throw new IllegalStateException("Documents could not be read", e);
        }
    }

    private static StoredDocument document(ResultSet row) throws SQLException {
        return new StoredDocument(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("title"),
                row.getString("text"),
                row.getString("language"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("country"));
    }

    void start(UUID id, String rule, String user, Instant now) {
        execute(START, id, rule, user, Timestamp.from(now));
    }

    /** Whether nobody has ended it. */
    boolean running(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(RUNNING)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A backtest could not be looked up", e);
        }
    }

    /** @return whether it was running */
    boolean end(UUID id) {
        return execute(END, id) > 0;
    }

    void forget(Instant before) {
        execute(FORGET, Timestamp.from(before));
    }

    private int execute(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A backtest could not be kept", e);
        }
    }
}
