package org.tocsin.monitor.signal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** Documents to be read, and what was made of them. Everything here joins the running transaction. */
@ApplicationScoped
class SignalRepository {

    private static final String PENDING =
            """
            SELECT d.id, d.url, d.title, d.text, coalesce(d.language, s.language) AS language, d.published_at,
                   d.received_at, s.id AS source_id, s.name, s.reliability, s.owner_group, s.country
            FROM document d JOIN source s ON s.id = d.source_id WHERE d.id = ?
            """;
    private static final String ADD_READING =
            """
            INSERT INTO reading (document_id, language, rejected, read_at) VALUES (?, ?, ?::json, ?)
            ON CONFLICT (document_id) DO UPDATE
            SET language = excluded.language, rejected = excluded.rejected, read_at = excluded.read_at
            """;
    private static final String ADD_SIGNAL =
            """
            INSERT INTO signal (id, document_id, kind, rule, rule_version, category, country, planned, score, places,
                                evidence, figures, trace, detected_at, indicator_id, indicator,
                                window_finding)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?::json, ?::json, ?::json, ?, ?, ?::json, ?::json)
            """;
    private static final String LIST =
            """
            SELECT * FROM signal
            WHERE (?::text IS NULL OR category = ?) AND (?::text IS NULL OR country = ?)
              AND (?::text IS NULL OR rule = ?) AND (?::uuid IS NULL OR document_id = ?)
              AND (?::text IS NULL OR indicator_id = ?)
              AND (?::timestamptz IS NULL OR detected_at >= ?) AND (?::uuid IS NULL OR id < ?)
            ORDER BY id DESC LIMIT ?
            """;
    private static final String WITHDRAW = "UPDATE signal SET withdrawn_at = ? WHERE id = ?";
    private static final String READING = "SELECT language, rejected, read_at FROM reading WHERE document_id = ?";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    SignalRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<PendingDocument> pending(UUID documentId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PENDING)) {
            select.setObject(1, documentId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(pending(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A document could not be read", e);
        }
    }

    private static PendingDocument pending(ResultSet row) throws SQLException {
        return new PendingDocument(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("title"),
                row.getString("text"),
                row.getString("language"),
                row.getTimestamp("published_at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                new PendingDocument.Source(
                        row.getObject("source_id", UUID.class),
                        row.getString("name"),
                        row.getString("reliability"),
                        row.getString("owner_group"),
                        row.getString("country")));
    }

    void add(ReadingRow reading) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD_READING)) {
            insert.setObject(1, reading.documentId());
            insert.setString(2, reading.language());
            insert.setString(3, write(reading.rejected()));
            insert.setTimestamp(4, Timestamp.from(reading.readAt()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A reading could not be stored", e);
        }
    }

    void add(List<SignalRow> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(ADD_SIGNAL)) {
            for (SignalRow row : rows) {
                SignalDetected signal = row.signal();
                insert.setObject(1, signal.signalId());
                insert.setObject(2, row.documentId());
                insert.setString(3, signal.kind());
                insert.setString(4, signal.rule());
                insert.setInt(5, signal.ruleVersion());
                insert.setString(6, signal.category());
                insert.setString(7, signal.country());
                insert.setBoolean(8, signal.planned());
                insert.setDouble(9, signal.score());
                insert.setString(10, write(signal.places()));
                insert.setString(11, write(signal.evidence()));
                insert.setString(12, write(signal.figures()));
                insert.setString(13, write(row.trace()));
                insert.setTimestamp(14, Timestamp.from(signal.detectedAt()));
                SeriesFinding finding = signal.indicator();
                insert.setString(15, finding == null ? null : finding.id());
                insert.setString(16, finding == null ? null : write(finding));
                insert.setString(17, signal.window() == null ? null : write(signal.window()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Signals could not be stored", e);
        }
    }

    /** Marks a signal as taken back, or as standing again. */
    void withdraw(UUID id, @Nullable Instant at) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(WITHDRAW)) {
            update.setTimestamp(1, at == null ? null : Timestamp.from(at));
            update.setObject(2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A signal could not be withdrawn", e);
        }
    }

    /** The signals that were asked for, the newest first. */
    List<SignalView> list(SignalQuery query) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            Object[] filters = {
                query.category(),
                query.country(),
                query.rule(),
                query.documentId(),
                query.indicator(),
                query.since() == null ? null : Timestamp.from(query.since()),
                query.before()
            };
            int column = 1;
            for (Object filter : filters) {
                select.setObject(column++, filter);
                select.setObject(column++, filter);
            }
            select.setInt(column, query.limit());
            List<SignalView> signals = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    signals.add(signal(row));
                }
            }
            return signals;
        } catch (SQLException e) {
            throw new IllegalStateException("Signals could not be read", e);
        }
    }

    private SignalView signal(ResultSet row) throws SQLException {
        String indicator = row.getString("indicator");
        String window = row.getString("window_finding");
        Timestamp withdrawnAt = row.getTimestamp("withdrawn_at");
        return new SignalView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("rule"),
                row.getInt("rule_version"),
                row.getString("category"),
                row.getString("country"),
                read(row.getString("places")),
                row.getBoolean("planned"),
                row.getDouble("score"),
                read(row.getString("evidence")),
                read(row.getString("figures")),
                read(row.getString("trace")),
                row.getObject("document_id", UUID.class),
                indicator == null ? null : read(indicator),
                window == null ? null : read(window),
                row.getTimestamp("detected_at").toInstant(),
                withdrawnAt == null ? null : withdrawnAt.toInstant());
    }

    /** What was made of a document, without its signals. */
    Optional<ReadingView> reading(UUID documentId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(READING)) {
            select.setObject(1, documentId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReadingView(
                                documentId,
                                row.getString("language"),
                                row.getTimestamp("read_at").toInstant(),
                                List.of(),
                                read(row.getString("rejected"))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A reading could not be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own records can be written", e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the database holds as JSON can be read", e);
        }
    }
}
