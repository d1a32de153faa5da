package org.tocsin.monitor.observation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.series.Episode;

import io.agroal.api.AgroalDataSource;

/** When thresholds fired and were armed again. Everything here joins the running transaction. */
@ApplicationScoped
class CrossingRepository {

    private static final String OF_SERIES = "SELECT * FROM crossing WHERE series_id = ? ORDER BY threshold, fired";
    private static final String STORE =
            """
            INSERT INTO crossing (id, series_id, threshold, fired, released, level, base, signal_id, withdrawn_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE
            SET fired = excluded.fired, released = excluded.released, level = excluded.level, base = excluded.base,
                signal_id = excluded.signal_id, withdrawn_at = excluded.withdrawn_at
            """;
    private static final String REMOVE = "DELETE FROM crossing WHERE id = ?";

    private final AgroalDataSource database;

    CrossingRepository(AgroalDataSource database) {
        this.database = database;
    }

    /** All crossings of a series by threshold, in the order of time. */
    List<Crossing> of(UUID series) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_SERIES)) {
            select.setObject(1, series);
            List<Crossing> crossings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    crossings.add(crossing(row));
                }
            }
            return crossings;
        } catch (SQLException e) {
            throw new IllegalStateException("Crossings could not be read", e);
        }
    }

    void store(UUID series, Crossing crossing) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            Episode episode = crossing.episode();
            upsert.setObject(1, crossing.id());
            upsert.setObject(2, series);
            upsert.setString(3, crossing.threshold());
            upsert.setLong(4, episode.fired());
            upsert.setObject(5, episode.released(), Types.BIGINT);
            upsert.setDouble(6, episode.level());
            upsert.setDouble(7, episode.base());
            upsert.setObject(8, crossing.signalId());
            upsert.setTimestamp(9, crossing.withdrawnAt() == null ? null : Timestamp.from(crossing.withdrawnAt()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A crossing could not be stored", e);
        }
    }

    void remove(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            delete.setObject(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("A crossing could not be removed", e);
        }
    }

    private static Crossing crossing(ResultSet row) throws SQLException {
        @Nullable Timestamp withdrawnAt = row.getTimestamp("withdrawn_at");
        return new Crossing(
                row.getObject("id", UUID.class),
                row.getString("threshold"),
                new Episode(
                        row.getLong("fired"),
                        row.getObject("released", Long.class),
                        row.getDouble("level"),
                        row.getDouble("base")),
                row.getObject("signal_id", UUID.class),
                withdrawnAt == null ? null : withdrawnAt.toInstant());
    }
}
