package org.tocsin.monitor.feedback;

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

/** Verdicts of alerts beside our signals. Everything here joins the running transaction. */
@ApplicationScoped
class FeedbackRepository {

    private static final String STORE =
            """
            INSERT INTO alert_verdict (alert_id, version, category, acknowledged, retracted) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (alert_id) DO UPDATE
            SET version = excluded.version, category = excluded.category, retracted = excluded.retracted,
                acknowledged = alert_verdict.acknowledged OR excluded.acknowledged
            WHERE alert_verdict.version < excluded.version
            """;
    private static final String FORGET_REPORTS = "DELETE FROM alert_report WHERE alert_id = ?";
    private static final String ADD_REPORTS =
            "INSERT INTO alert_report (alert_id, document_id) SELECT ?, unnest(?::uuid[])";
    private static final String PRECISION =
            """
            SELECT s.rule, s.rule_version, count(DISTINCT s.id) AS signals,
                   count(DISTINCT s.id) FILTER (WHERE v.acknowledged AND NOT v.retracted) AS acknowledged,
                   count(DISTINCT s.id) FILTER (WHERE v.retracted) AS retracted
            FROM signal s
            LEFT JOIN alert_report r ON r.document_id = s.document_id
            LEFT JOIN alert_verdict v ON v.alert_id = r.alert_id AND v.category = s.category
            WHERE (?::text IS NULL OR s.rule = ?) AND (?::timestamptz IS NULL OR s.detected_at >= ?)
            GROUP BY s.rule, s.rule_version ORDER BY s.rule, s.rule_version DESC
            """;

    private final AgroalDataSource database;

    FeedbackRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** Takes over a verdict unless a later one is known. */
    void store(AlertVerdict verdict) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setObject(1, verdict.alertId());
                store.setLong(2, verdict.version());
                store.setString(3, verdict.category());
                store.setBoolean(4, verdict.acknowledged());
                store.setBoolean(5, verdict.retracted());
                if (store.executeUpdate() == 0) {
                    return;
                }
            }
            storeReports(connection, verdict);
        } catch (SQLException e) {
            throw new IllegalStateException("A verdict could not be stored", e);
        }
    }

    private static void storeReports(Connection connection, AlertVerdict verdict) throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET_REPORTS)) {
            forget.setObject(1, verdict.alertId());
            forget.executeUpdate();
        }
        try (PreparedStatement add = connection.prepareStatement(ADD_REPORTS)) {
            add.setObject(1, verdict.alertId());
            add.setArray(2, connection.createArrayOf("uuid", verdict.documents().toArray(UUID[]::new)));
            add.executeUpdate();
        }
    }

    List<RulePrecision> precision(@Nullable String rule, @Nullable Instant since) {
        Timestamp from = since == null ? null : Timestamp.from(since);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(PRECISION)) {
            select.setString(1, rule);
            select.setString(2, rule);
            select.setTimestamp(3, from);
            select.setTimestamp(4, from);
            List<RulePrecision> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(RulePrecision.of(
                            row.getString("rule"),
                            row.getInt("rule_version"),
                            row.getLong("signals"),
                            row.getLong("acknowledged"),
                            row.getLong("retracted")));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new IllegalStateException("The precision of rules could not be read", e);
        }
    }
}
