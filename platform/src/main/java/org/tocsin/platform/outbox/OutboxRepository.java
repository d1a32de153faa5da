package org.tocsin.platform.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.platform.event.RawRecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** The SQL of the outbox. Joins the running transaction; leases follow the database's clock, which all replicas share. */
@ApplicationScoped
class OutboxRepository {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private static final String INSERT =
            """
            INSERT INTO outbox (lane, topic, record_key, headers, value)
            SELECT lane, topic, record_key, headers::jsonb, value
            FROM unnest(?::smallint[], ?::text[], ?::text[], ?::text[], ?::bytea[])
                WITH ORDINALITY AS added (lane, topic, record_key, headers, value, place)
            ORDER BY place""";

    private static final String CLAIM =
            """
            UPDATE outbox_lane SET owner = ?, leased_until = clock_timestamp() + ? * interval '1 millisecond'
            WHERE lane IN (
                SELECT lane FROM outbox_lane WHERE leased_until < clock_timestamp()
                ORDER BY lane FOR UPDATE SKIP LOCKED)
            RETURNING lane""";

    private static final String RENEW =
            """
            UPDATE outbox_lane SET leased_until = clock_timestamp() + ? * interval '1 millisecond'
            WHERE owner = ? AND leased_until >= clock_timestamp()""";

    private static final String RELEASE =
            "UPDATE outbox_lane SET owner = NULL, leased_until = '-infinity' WHERE owner = ?";

    private static final String NEXT =
            """
            SELECT sequence, topic, record_key, headers, value
            FROM (
                SELECT *, sum(octet_length(value)) OVER (ORDER BY sequence) - octet_length(value) AS bytes_before
                FROM (SELECT * FROM outbox WHERE lane = ANY (?) ORDER BY sequence LIMIT ?) AS oldest) AS measured
            WHERE coalesce(bytes_before, 0) < ?
            ORDER BY sequence""";

    private static final String BACKLOG =
            """
            SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)
            FROM outbox""";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    OutboxRepository(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    void insert(List<RawRecord> records) {
        execute(INSERT, insert -> {
            Connection connection = insert.getConnection();
            insert.setArray(1, array(connection, "smallint", records.stream().map(Lanes::of)));
            insert.setArray(2, array(connection, "text", records.stream().map(RawRecord::topic)));
            insert.setArray(3, array(connection, "text", records.stream().map(RawRecord::key)));
            insert.setArray(4, array(connection, "text", records.stream().map(this::headers)));
            // The driver insists on the exact type for arrays of byte arrays.
            Object[] values = records.stream().map(RawRecord::value).toArray(byte[][]::new);
            insert.setArray(5, connection.createArrayOf("bytea", values));
            return insert.executeUpdate();
        });
    }

    /** Takes all lanes that nobody works on. */
    List<Short> claimLanes(UUID owner, Duration lease) {
        return execute(CLAIM, claim -> {
            claim.setObject(1, owner);
            claim.setLong(2, lease.toMillis());
            List<Short> lanes = new ArrayList<>();
            try (ResultSet claimed = claim.executeQuery()) {
                while (claimed.next()) {
                    lanes.add(claimed.getShort(1));
                }
            }
            return lanes;
        });
    }

    void renewLanes(UUID owner, Duration lease) {
        execute(RENEW, renew -> {
            renew.setLong(1, lease.toMillis());
            renew.setObject(2, owner);
            return renew.executeUpdate();
        });
    }

    void releaseLanes(UUID owner) {
        execute(RELEASE, release -> {
            release.setObject(1, owner);
            return release.executeUpdate();
        });
    }

    /** The oldest rows of these lanes, in order, and not much more than this many bytes of them. */
    List<OutboxRow> next(Collection<Short> lanes, int maxRows, long maxBytes) {
        return execute(NEXT, next -> {
            next.setArray(1, array(next.getConnection(), "smallint", lanes.stream()));
            next.setInt(2, maxRows);
            next.setLong(3, maxBytes);
            List<OutboxRow> rows = new ArrayList<>();
            try (ResultSet found = next.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        });
    }

    void delete(List<OutboxRow> rows) {
        execute("DELETE FROM outbox WHERE sequence = ANY (?)", delete -> {
            delete.setArray(
                    1, array(delete.getConnection(), "bigint", rows.stream().map(OutboxRow::sequence)));
            return delete.executeUpdate();
        });
    }

    /** How much waits, and for how long the oldest has waited. */
    Backlog backlog() {
        return execute(BACKLOG, backlog -> {
            try (ResultSet found = backlog.executeQuery()) {
                found.next();
                return new Backlog(found.getLong(1), found.getDouble(2));
            }
        });
    }

    /**
     * Lets the running transaction commit without waiting for the disk. That is enough for what the relay writes: a lease
     * or deletion that a crash of the database undoes only means that a record is sent again.
     */
    void relaxDurability() {
        execute("SET LOCAL synchronous_commit = off", PreparedStatement::execute);
    }

    private <T> T execute(String sql, StatementWork<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new OutboxException("the outbox is out of reach", e);
        }
    }

    private OutboxRow row(ResultSet found) throws SQLException {
        return new OutboxRow(
                found.getLong("sequence"),
                new RawRecord(
                        found.getString("topic"),
                        found.getString("record_key"),
                        headers(found.getString("headers")),
                        found.getBytes("value")));
    }

    private String headers(RawRecord record) {
        try {
            return json.writeValueAsString(record.headers());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers are plain text", e);
        }
    }

    private Map<String, String> headers(String text) throws SQLException {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new SQLException("unreadable headers in the outbox", e);
        }
    }

    private static Array array(Connection connection, String type, Stream<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    @FunctionalInterface
    private interface StatementWork<T> {

        T with(PreparedStatement statement) throws SQLException;
    }

    /**
     * What is still owed.
     *
     * @param oldestSeconds age of the oldest row, 0 when there is none
     */
    record Backlog(long rows, double oldestSeconds) {}
}
