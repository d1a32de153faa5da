package org.tocsin.monitor.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.series.Periodicity;

import io.agroal.api.AgroalDataSource;

/** The observations and their history. Everything here joins the running transaction. */
@ApplicationScoped
class ObservationRepository {

    private static final String OF_PERIODS = "SELECT * FROM observation WHERE series_id = ? AND period = ANY (?)";
    private static final String UPSERT =
            """
            INSERT INTO observation (id, series_id, period, value, revision, received_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET value = excluded.value, revision = excluded.revision, received_at = excluded.received_at
            """;
    private static final String ADD_REVISION =
            """
            INSERT INTO observation_revision (observation_id, revision, value, note, recorded_at, recorded_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String SELECT =
            """
            SELECT o.*, s.indicator_id, s.place, s.place_name, i.periodicity
            FROM observation o JOIN series s ON s.id = o.series_id JOIN indicator i ON i.id = s.indicator_id
            """;
    private static final String FIND = SELECT + "WHERE o.id = ?";
    private static final String LIST = SELECT
            + """
            WHERE s.indicator_id = ? AND (?::text IS NULL OR s.place = ?)
              AND (?::bigint IS NULL OR o.period >= ?) AND (?::bigint IS NULL OR o.period <= ?)
              AND (?::bigint IS NULL OR (o.period, o.id) < (?, ?::uuid))
            ORDER BY o.period DESC, o.id DESC LIMIT ?
            """;
    private static final String HISTORY =
            "SELECT * FROM observation_revision WHERE observation_id = ? ORDER BY revision DESC";
    private static final String SERIES_OF = "SELECT series_id FROM observation WHERE id = ?";
    private static final String IN_SERIES = "SELECT * FROM observation WHERE id = ?";

    private final AgroalDataSource database;

    ObservationRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** A new state of an observation. */
    record Change(StoredObservation now, @Nullable String note, String by) {}

    /** The observations that a series has for these periods. */
    Map<Long, StoredObservation> find(UUID series, Collection<Long> periods) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_PERIODS)) {
            select.setObject(1, series);
            select.setArray(2, connection.createArrayOf("bigint", periods.toArray()));
            Map<Long, StoredObservation> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StoredObservation observation = observation(row);
                    found.put(observation.period(), observation);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("Observations could not be read", e);
        }
    }

    /** Stores changes in their order, each with its revision. */
    void store(UUID series, List<Change> changes) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(UPSERT);
                PreparedStatement revise = connection.prepareStatement(ADD_REVISION)) {
            for (Change change : changes) {
                StoredObservation now = change.now();
                Timestamp at = Timestamp.from(now.receivedAt());
                upsert.setObject(1, now.id());
                upsert.setObject(2, series);
                upsert.setLong(3, now.period());
                upsert.setObject(4, now.value(), Types.DOUBLE);
                upsert.setInt(5, now.revision());
                upsert.setTimestamp(6, at);
                upsert.addBatch();
                revise.setObject(1, now.id());
                revise.setInt(2, now.revision());
                revise.setObject(3, now.value(), Types.DOUBLE);
                revise.setString(4, change.note());
                revise.setTimestamp(5, at);
                revise.setString(6, change.by());
                revise.addBatch();
            }
            upsert.executeBatch();
            revise.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Observations could not be stored", e);
        }
    }

    List<ObservationView> list(ObservationQuery query) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            Object[] parameters = {
                query.indicator(),
                query.place(),
                query.place(),
                query.fromPeriod(),
                query.fromPeriod(),
                query.toPeriod(),
                query.toPeriod(),
                query.beforePeriod(),
                query.beforePeriod(),
                query.beforeId(),
                query.limit()
            };
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            return views(select);
        } catch (SQLException e) {
            throw new IllegalStateException("Observations could not be read", e);
        }
    }

    Optional<ObservationView> find(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setObject(1, id);
            return views(select).stream().findFirst();
        } catch (SQLException e) {
            throw new IllegalStateException("An observation could not be read", e);
        }
    }

    Optional<UUID> seriesOf(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SERIES_OF)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An observation could not be read", e);
        }
    }

    /** An observation that is known to be there, whose series is locked. */
    StoredObservation present(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(IN_SERIES)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return observation(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("An observation could not be read", e);
        }
    }

    /** All values that an observation has had, the newest first. */
    List<Revision> history(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(HISTORY)) {
            select.setObject(1, id);
            List<Revision> revisions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    revisions.add(new Revision(
                            row.getInt("revision"),
                            row.getObject("value", Double.class),
                            row.getString("note"),
                            row.getTimestamp("recorded_at").toInstant(),
                            row.getString("recorded_by")));
                }
            }
            return revisions;
        } catch (SQLException e) {
            throw new IllegalStateException("The history of an observation could not be read", e);
        }
    }

    private static List<ObservationView> views(PreparedStatement select) throws SQLException {
        List<ObservationView> views = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                views.add(ObservationView.from(
                        observation(row),
                        row.getString("indicator_id"),
                        new ObservedPlace(row.getString("place"), row.getString("place_name")),
                        Periodicity.valueOf(row.getString("periodicity"))));
            }
        }
        return views;
    }

    private static StoredObservation observation(ResultSet row) throws SQLException {
        return new StoredObservation(
                row.getObject("id", UUID.class),
                row.getLong("period"),
                row.getObject("value", Double.class),
                row.getInt("revision"),
                row.getTimestamp("received_at").toInstant());
    }
}
