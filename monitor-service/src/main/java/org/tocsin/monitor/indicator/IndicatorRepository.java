package org.tocsin.monitor.indicator;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.request.FieldErrors;
import org.tocsin.monitor.series.Direction;
import org.tocsin.monitor.series.Periodicity;
import org.tocsin.monitor.series.Threshold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** The indicators. Everything here joins the running transaction. */
@ApplicationScoped
class IndicatorRepository {

    private static final String SELECT =
            """
            SELECT i.*, s.name AS source_name, s.reliability, s.owner_group
            FROM indicator i JOIN source s ON s.id = i.source_id
            """;
    private static final String LIST = SELECT + "WHERE (?::text IS NULL OR i.id > ?) ORDER BY i.id LIMIT ?";
    private static final String FIND = SELECT + "WHERE i.id = ?";
    private static final String LOCK = FIND + " FOR UPDATE OF i";
    private static final String INSERT =
            """
            INSERT INTO indicator (title, unit, category, country, action, url, source_id, periodicity, direction, gaps,
                                   thresholds, enabled, version, watch_version, updated_at, updated_by, created_at, id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
            """;
    private static final String UPDATE =
            """
            UPDATE indicator
            SET title = ?, unit = ?, category = ?, country = ?, action = ?, url = ?, source_id = ?, periodicity = ?,
                direction = ?, gaps = ?, thresholds = ?::json, enabled = ?, version = ?, watch_version = ?,
                updated_at = ?, updated_by = ?, created_at = ?
            WHERE id = ?
            """;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    IndicatorRepository(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Indicators in the order of their ids, after the given one. */
    List<Indicator> list(@Nullable String after, int limit) {
        return query(LIST, after, after, limit);
    }

    Optional<Indicator> find(String id) {
        return query(FIND, id).stream().findFirst();
    }

    /** Like {@link #find}, and nobody else can change it until the transaction ends. */
    Optional<Indicator> findForChange(String id) {
        return query(LOCK, id).stream().findFirst();
    }

    /** @return false when there is one of this id */
    boolean insert(Indicator indicator) {
        return write(INSERT, indicator);
    }

    void update(Indicator indicator) {
        write(UPDATE, indicator);
    }

    private boolean write(String sql, Indicator indicator) {
        Indicator.Details details = indicator.details();
        Object[] values = {
            details.title(),
            details.unit(),
            details.category(),
            details.country(),
            details.action(),
            details.url(),
            indicator.origin().id(),
            details.periodicity().name(),
            details.direction().name(),
            details.gaps().name(),
            thresholds(details),
            details.enabled(),
            indicator.version(),
            indicator.watchVersion(),
            Timestamp.from(indicator.updatedAt()),
            indicator.updatedBy(),
            Timestamp.from(indicator.createdAt()),
            indicator.id()
        };
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("An indicator could not be stored", e);
        }
    }

    private List<Indicator> query(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            bind(select, parameters);
            List<Indicator> indicators = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    indicators.add(indicator(row));
                }
            }
            return indicators;
        } catch (SQLException e) {
            throw new IllegalStateException("Indicators could not be read", e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private Indicator indicator(ResultSet row) throws SQLException {
        Periodicity periodicity = Periodicity.valueOf(row.getString("periodicity"));
        return new Indicator(
                row.getString("id"),
                row.getLong("version"),
                row.getLong("watch_version"),
                new Indicator.Details(
                        row.getString("title"),
                        row.getString("unit"),
                        row.getString("category"),
                        row.getString("country"),
                        row.getString("action"),
                        row.getString("url"),
                        periodicity,
                        Direction.valueOf(row.getString("direction")),
                        Gaps.valueOf(row.getString("gaps")),
                        thresholds(row.getString("thresholds"), periodicity),
                        row.getBoolean("enabled")),
                new Indicator.Origin(
                        row.getObject("source_id", UUID.class),
                        row.getString("source_name"),
                        row.getString("reliability"),
                        row.getString("owner_group")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getString("updated_by"));
    }

    private String thresholds(Indicator.Details details) {
        try {
            return json.writeValueAsString(details.thresholds().stream()
                    .map(threshold -> ThresholdForm.of(threshold, details.periodicity()))
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own records can be written", e);
        }
    }

    private List<Threshold> thresholds(String stored, Periodicity periodicity) {
        try {
            FieldErrors errors = new FieldErrors();
            List<Threshold> thresholds = json.readValue(stored, new TypeReference<List<ThresholdForm>>() {}).stream()
                    .map(form -> form.check("", periodicity, errors))
                    .toList();
            errors.throwIfAny();
            return thresholds;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the database holds as JSON can be read", e);
        }
    }
}
