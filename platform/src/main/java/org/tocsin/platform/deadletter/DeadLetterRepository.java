package org.tocsin.platform.deadletter;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.event.CloudEvents;
import org.tocsin.platform.event.RawRecord;

import com.fasterxml.jackson.core.JsonProcessingException;
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
}
