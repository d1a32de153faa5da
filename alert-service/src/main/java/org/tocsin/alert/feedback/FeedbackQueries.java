package org.tocsin.alert.feedback;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Counts judgements over alerts. */
@ApplicationScoped
@Transactional
class FeedbackQueries {

    /** Copies are left out: their outlets did not find anything themselves. */
    private static final String SOURCES =
            """
            SELECT DISTINCT alert_id, coalesce(source_id, source_name) AS key, source_name AS name
            FROM report WHERE relation <> 'COPY'
            """;

    private static final String RULES =
            "SELECT DISTINCT alert_id, rule AS key, rule AS name FROM report, unnest(rules) AS rule";

    private static final String COUNT =
            """
            SELECT key, max(name) AS name, CAST(date_trunc(?, a.opened_at, 'UTC') AT TIME ZONE 'UTC' AS date) AS day,
                count(*) AS alerts,
                count(*) FILTER (WHERE a.verdict = 'CONFIRMED') AS confirmed,
                count(*) FILTER (WHERE a.verdict = 'FALSE_ALARM') AS false_alarms,
                (array_agg(CAST(a.id AS text) ORDER BY a.verdict_at DESC) FILTER (WHERE a.verdict = 'FALSE_ALARM'))[1:5]
                    AS retracted,
                (array_agg(coalesce(a.verdict_reason, '') ORDER BY a.verdict_at DESC)
                    FILTER (WHERE a.verdict = 'FALSE_ALARM'))[1:5] AS reasons
            FROM (%s) part JOIN alert a ON a.id = part.alert_id
            WHERE a.merged_into IS NULL AND a.opened_at >= ? AND a.opened_at < ?
            GROUP BY key, day ORDER BY day DESC, alerts DESC, key
            LIMIT 5000
            """;

    private final EntityManager entityManager;

    FeedbackQueries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Precision of each rule or source in each stretch of time, the latest first.
     *
     * @param since event time of the alerts, inclusive
     * @param until exclusive
     */
    List<Precision> count(FeedbackBy by, FeedbackPeriod period, Instant since, Instant until) {
        String sql = String.format(COUNT, by == FeedbackBy.RULE ? RULES : SOURCES);
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, period.unit());
                statement.setTimestamp(2, Timestamp.from(since));
                statement.setTimestamp(3, Timestamp.from(until));
                var result = new ArrayList<Precision>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        result.add(precision(rows));
                    }
                }
                return result;
            }
        });
    }

    private static Precision precision(ResultSet row) throws SQLException {
        String[] ids = strings(row.getArray("retracted"));
        String[] reasons = strings(row.getArray("reasons"));
        var retractions = new ArrayList<Precision.Retraction>();
        for (int i = 0; i < ids.length; i++) {
            retractions.add(new Precision.Retraction(UUID.fromString(ids[i]), reasons[i]));
        }
        return Precision.of(
                row.getString("key"),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getInt("alerts"),
                row.getInt("confirmed"),
                row.getInt("false_alarms"),
                retractions);
    }

    private static String[] strings(@org.jspecify.annotations.Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }
}
