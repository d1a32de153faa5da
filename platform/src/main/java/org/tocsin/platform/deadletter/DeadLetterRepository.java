package org.tocsin.platform.deadletter;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.CloudEvents;
import org.tocsin.platform.event.RawRecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;

import io.agroal.api.AgroalDataSource;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The SQL of the dead letters. Joins the running transaction. */
@ApplicationScoped
class DeadLetterRepository {

    private static final String SAVE =
            """
            INSERT INTO dead_letter
                (id, fingerprint, topic, partition, record_offset, record_key, headers, value, reason, failed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
            ON CONFLICT (fingerprint) DO UPDATE SET
                partition = excluded.partition, record_offset = excluded.record_offset, reason = excluded.reason,
                failed_at = excluded.failed_at, failures = dead_letter.failures + 1, replayed_at = NULL""";

    /** Whether it was handled is the inbox's to say: both are this service's tables. */
    private static final String SELECT =
            """
            SELECT id, topic, partition, record_offset, record_key, headers, %s AS value, reason, failures, failed_at,
                replayed_at,
                EXISTS (
                    SELECT FROM inbox
                    WHERE inbox.topic = dead_letter.topic AND inbox.event_id = dead_letter.headers ->> 'ce_id') AS handled
            FROM dead_letter
            """;

    private static final String FIND = SELECT.formatted("value") + "WHERE id = ?";

    private static final String LOCK = FIND + " FOR UPDATE OF dead_letter";

    /** Ids are time-ordered: this is the order of arrival, and it stays when one of them fails again. */
    private static final String LIST = SELECT.formatted("NULL::bytea")
            + """
            WHERE ?::uuid IS NULL OR id < ?
            ORDER BY id DESC LIMIT ?""";

    private static final String COUNT_WAITING = "SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    DeadLetterRepository(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Adds a record, or notes that the same one has failed again. */
    void save(RawRecord record, DeadLetters.@Nullable Origin origin, String reason, Instant failedAt) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setObject(1, UuidCreator.getTimeOrderedEpoch());
            save.setBytes(2, fingerprint(record, origin));
            save.setString(3, record.topic());
            save.setObject(4, origin == null ? null : origin.partition(), Types.INTEGER);
            save.setObject(5, origin == null ? null : origin.offset(), Types.BIGINT);
            save.setString(6, record.key());
            save.setString(7, json.writeValueAsString(record.headers()));
            save.setBytes(8, record.value());
            save.setString(9, reason);
            save.setObject(10, failedAt.atOffset(ZoneOffset.UTC));
            save.executeUpdate();
        } catch (SQLException e) {
            throw new DeadLetterException("the dead letters are out of reach", e);
        } catch (JsonProcessingException e) {
            throw new DeadLetterException("headers are plain text", e);
        }
    }

    /** The last to arrive before the given one, or of all, without their values. */
    List<DeadLetter> list(@Nullable UUID before, int limit) {
        return select(LIST, list -> {
            list.setObject(1, before, Types.OTHER);
            list.setObject(2, before, Types.OTHER);
            list.setInt(3, limit);
        });
    }

    Optional<DeadLetter> find(UUID id) {
        return select(FIND, find -> find.setObject(1, id)).stream().findFirst();
    }

    /** Reads it and keeps others from changing it until the transaction ends. */
    Optional<DeadLetter> lock(UUID id) {
        return select(LOCK, lock -> lock.setObject(1, id)).stream().findFirst();
    }

    void markReplayed(UUID id, Instant now) {
        update("UPDATE dead_letter SET replayed_at = ? WHERE id = ?", mark -> {
            mark.setObject(1, now.atOffset(ZoneOffset.UTC));
            mark.setObject(2, id);
        });
    }

    /** Forgets what was replayed before the time and has not failed since. Returns how many. */
    int purgeReplayed(Instant before) {
        return update(
                "DELETE FROM dead_letter WHERE replayed_at < ?",
                purge -> purge.setObject(1, before.atOffset(ZoneOffset.UTC)));
    }

    long countWaiting() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement count = connection.prepareStatement(COUNT_WAITING);
                ResultSet found = count.executeQuery()) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new DeadLetterException("the dead letters are out of reach", e);
        }
    }

    private List<DeadLetter> select(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            parameters.set(select);
            List<DeadLetter> letters = new ArrayList<>();
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    letters.add(letter(found));
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new DeadLetterException("the dead letters are out of reach", e);
        } catch (JsonProcessingException e) {
            throw new DeadLetterException("unreadable headers of a dead letter", e);
        }
    }

    private int update(String sql, Parameters parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            parameters.set(update);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new DeadLetterException("the dead letters are out of reach", e);
        }
    }

    private DeadLetter letter(ResultSet found) throws SQLException, JsonProcessingException {
        Integer partition = found.getObject("partition", Integer.class);
        OffsetDateTime replayedAt = found.getObject("replayed_at", OffsetDateTime.class);
        return new DeadLetter(
                found.getObject("id", UUID.class),
                new RawRecord(
                        found.getString("topic"),
                        found.getString("record_key"),
                        json.readValue(found.getString("headers"), HEADERS),
                        found.getBytes("value")),
                partition == null ? null : new DeadLetters.Origin(partition, found.getLong("record_offset")),
                found.getString("reason"),
                found.getInt("failures"),
                found.getObject("failed_at", OffsetDateTime.class).toInstant(),
                replayedAt == null ? null : replayedAt.toInstant(),
                found.getBoolean("handled"));
    }

    /**
     * The same event failing again, redelivered or replayed, is the same dead letter. Different content under one id is
     * not: both are kept.
     */
    private static byte[] fingerprint(RawRecord record, DeadLetters.@Nullable Origin origin) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String id = record.headers().get(CloudEvents.ID);
            part(digest, record.topic().getBytes(UTF_8));
            part(digest, (id != null ? "id " + id : "origin " + origin).getBytes(UTF_8));
            part(digest, record.value() == null ? new byte[0] : record.value());
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** With its length first, so that no two sequences of parts look alike. */
    private static void part(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    @FunctionalInterface
    private interface Parameters {

        void set(PreparedStatement statement) throws SQLException;
    }
}
