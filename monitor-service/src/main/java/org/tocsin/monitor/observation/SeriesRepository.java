package org.tocsin.monitor.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.indicator.Indicator;
import org.tocsin.monitor.series.Periodicity;

import com.github.f4b6a3.uuid.UuidCreator;

import io.agroal.api.AgroalDataSource;

/** Indicators at their places. Everything here joins the running transaction. */
@ApplicationScoped
class SeriesRepository {

    private static final String ADD =
            """
            INSERT INTO series (id, indicator_id, place, place_name, watch_version) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT ux_series DO NOTHING
            """;
    private static final String LOCK = "SELECT * FROM series WHERE indicator_id = ? AND place = ? FOR UPDATE";
    private static final String LOCK_BY_ID = "SELECT * FROM series WHERE id = ? FOR UPDATE";
    private static final String RENAME = "UPDATE series SET place_name = ? WHERE id = ?";
    private static final String WATCHED = "UPDATE series SET watch_version = ? WHERE id = ?";

    /** With the last point before the time asked for, so that a gap which reaches into it is known as one. */
    private static final String POINTS =
            """
            SELECT period, value FROM observation
            WHERE series_id = ? AND value IS NOT NULL
              AND period >= coalesce((SELECT max(period) FROM observation
                                      WHERE series_id = ? AND value IS NOT NULL AND period <= ?), ?)
            ORDER BY period
            """;

    private static final String LIST =
            """
            SELECT s.id, s.place, s.place_name, o.count, o.first, o.last
            FROM series s CROSS JOIN LATERAL (
                SELECT count(*), min(period) AS first, max(period) AS last
                FROM observation WHERE series_id = s.id AND value IS NOT NULL) o
            WHERE s.indicator_id = ? AND (?::text IS NULL OR s.place > ?) ORDER BY s.place LIMIT ?
            """;

    private final AgroalDataSource database;

    SeriesRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** The series of an indicator at a place, new if need be; nobody else can change it until the transaction ends. */
    SeriesRow lock(Indicator indicator, ObservedPlace place) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
                insert.setString(2, indicator.id());
                insert.setString(3, place.key());
                insert.setString(4, place.name());
                insert.setLong(5, indicator.watchVersion());
                insert.executeUpdate();
            }
            SeriesRow row = one(connection, LOCK, indicator.id(), place.key());
            if (place.name() == null || place.name().equals(row.place().name())) {
                return row;
            }
            update(connection, RENAME, place.name(), row.id());
            return new SeriesRow(row.id(), row.indicator(), place, row.watchVersion());
        } catch (SQLException e) {
            throw new IllegalStateException("A series could not be locked", e);
        }
    }

    /** A series that is known to be there; nobody else can change it until the transaction ends. */
    SeriesRow lock(UUID id) {
        try (Connection connection = database.getConnection()) {
            return one(connection, LOCK_BY_ID, id);
        } catch (SQLException e) {
            throw new IllegalStateException("A series could not be locked", e);
        }
    }

    private static SeriesRow one(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new SeriesRow(
                        row.getObject("id", UUID.class),
                        row.getString("indicator_id"),
                        new ObservedPlace(row.getString("place"), row.getString("place_name")),
                        row.getLong("watch_version"));
            }
        }
    }

    /** Remembers with which version of its indicator the crossings of a series were found. */
    void watched(UUID id, long watchVersion) {
        try (Connection connection = database.getConnection()) {
            update(connection, WATCHED, watchVersion, id);
        } catch (SQLException e) {
            throw new IllegalStateException("A series could not be changed", e);
        }
    }

    private static void update(Connection connection, String sql, Object value, UUID id) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, value);
            update.setObject(2, id);
            update.executeUpdate();
        }
    }

    /** The values from a period on, and the last one before it. */
    SortedMap<Long, Double> points(UUID id, long from) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(POINTS)) {
            select.setObject(1, id);
            select.setObject(2, id);
            select.setLong(3, from);
            select.setLong(4, from);
            SortedMap<Long, Double> points = new TreeMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    points.put(row.getLong(1), row.getDouble(2));
                }
            }
            return points;
        } catch (SQLException e) {
            throw new IllegalStateException("The values of a series could not be read", e);
        }
    }

    /** The series of an indicator in the order of their places, without their alarms. */
    List<SeriesView> list(String indicator, Periodicity periodicity, @Nullable String after, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setString(1, indicator);
            select.setString(2, after);
            select.setString(3, after);
            select.setInt(4, limit);
            List<SeriesView> series = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long count = row.getLong("count");
                    series.add(new SeriesView(
                            row.getObject("id", UUID.class),
                            row.getString("place"),
                            row.getString("place_name"),
                            count,
                            count == 0 ? null : periodicity.start(row.getLong("first")),
                            count == 0 ? null : periodicity.end(row.getLong("last")),
                            List.of()));
                }
            }
            return series;
        } catch (SQLException e) {
            throw new IllegalStateException("The series of an indicator could not be read", e);
        }
    }
}
