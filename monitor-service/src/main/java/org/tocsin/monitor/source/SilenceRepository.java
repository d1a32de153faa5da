package org.tocsin.monitor.source;

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

/** Which sources are watched, and of whose silence was told. Everything here joins the running transaction. */
@ApplicationScoped
class SilenceRepository {

    /** What its publisher has withdrawn was switched off by us, and not because nobody wants it. */
    private static final String IS_WATCHED = "s.removed_at IS NULL AND (s.enabled OR p.state = 'GONE')";

    private static final String WATCHED =
            """
            SELECT s.id, s.name, s.kind, s.created_at, p.*, u.lease_until AS pushed_until,
                   q.state AS told, q.since AS told_since,
                   (SELECT max(d.published_at) FROM document d WHERE d.source_id = s.id) AS latest
            FROM source s
            LEFT JOIN poll_state p ON p.source_id = s.id
            LEFT JOIN push_subscription u ON u.source_id = s.id AND u.state = 'ACTIVE'
            LEFT JOIN source_silence q ON q.source_id = s.id
            WHERE %s
            ORDER BY s.id
            """
                    .formatted(IS_WATCHED);

    /** Of several replicas that find the same, the first one's statement touches a row. */
    private static final String BEGIN =
            """
            INSERT INTO source_silence AS q (source_id, state, since) VALUES (?, ?, ?)
            ON CONFLICT (source_id) DO UPDATE SET state = excluded.state, since = excluded.since
            WHERE q.state <> excluded.state AND excluded.state = 'GONE'
            """;

    private static final String END = "DELETE FROM source_silence WHERE source_id = ?";

    private static final String FORGET =
            """
            DELETE FROM source_silence q WHERE NOT EXISTS (
                SELECT 1 FROM source s LEFT JOIN poll_state p ON p.source_id = s.id
                WHERE s.id = q.source_id AND %s)
            """
                    .formatted(IS_WATCHED);

    private final AgroalDataSource database;

    SilenceRepository(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A source in use.
     *
     * @param health before it is seen in the light of the rhythm
     * @param told the silence that people were told of, null for none
     * @param latest when its latest report was published, or null
     */
    record Row(
            SourceRef source,
            boolean polled,
            Instant added,
            SourceHealth health,
            @Nullable Silence told,
            @Nullable Instant latest) {}

    /** All sources in use, in the order of their creation. */
    List<Row> watched() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(WATCHED);
                ResultSet row = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("The sources to watch could not be read", e);
        }
    }

    /** Notes that a silence is told; false when somebody else has told it. */
    boolean begin(UUID source, Silence silence) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setObject(1, source);
            insert.setString(2, silence.kind().name());
            insert.setTimestamp(3, Timestamp.from(silence.since()));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A silence could not be noted", e);
        }
    }

    /** Notes that the end of a silence is told; false when somebody else has told it. */
    boolean end(UUID source) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(END)) {
            delete.setObject(1, source);
            return delete.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The end of a silence could not be noted", e);
        }
    }

    /** Forgets sources that are no longer in use: nobody expects to hear of them. */
    void forgetUnused() {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Silences of unused sources could not be forgotten", e);
        }
    }

    long count() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM source_silence");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("Silent sources could not be counted", e);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        boolean polled = Source.Kind.valueOf(row.getString("kind")) == Source.Kind.POLLED;
        String told = row.getString("told");
        Timestamp latest = row.getTimestamp("latest");
        return new Row(
                new SourceRef(row.getObject("id", UUID.class), row.getString("name")),
                polled,
                row.getTimestamp("created_at").toInstant(),
                polled ? PollTimetable.health(row) : SourceHealth.pushed(),
                told == null
                        ? null
                        : new Silence(
                                Silence.Kind.valueOf(told),
                                row.getTimestamp("told_since").toInstant()),
                latest == null ? null : latest.toInstant());
    }
}
