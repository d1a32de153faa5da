package org.tocsin.platform.idempotency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.tocsin.platform.idempotency.Claim.Answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;

import io.agroal.api.AgroalDataSource;

/** The SQL of idempotency keys. Each call commits for itself: other replicas must see a claim at once. */
@ApplicationScoped
class IdempotencyRepository {

    /** A new key, or one whose time is over. */
    private static final String CLAIM =
            """
            INSERT INTO idempotency_key AS known (id, fingerprint, claim, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                fingerprint = excluded.fingerprint, claim = excluded.claim, created_at = excluded.created_at,
                status = NULL, headers = NULL, body = NULL
            WHERE known.created_at < ? OR (known.status IS NULL AND known.created_at < ?)""";

    private static final String FIND = "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE id = ?";

    private static final String ANSWER =
            "UPDATE idempotency_key SET status = ?, headers = ?::jsonb, body = ? WHERE id = ? AND claim = ?";

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final IdempotencyConfig config;

    IdempotencyRepository(AgroalDataSource dataSource, ObjectMapper json, IdempotencyConfig config) {
        this.dataSource = dataSource;
        this.json = json;
        this.config = config;
    }

    Claim claim(byte[] id, byte[] fingerprint, Instant now) {
        Claim.Granted granted = new Claim.Granted(id, UuidCreator.getTimeOrderedEpoch());
        boolean claimed = execute(CLAIM, claim -> {
            claim.setBytes(1, id);
            claim.setBytes(2, fingerprint);
            claim.setObject(3, granted.token());
            claim.setObject(4, now.atOffset(ZoneOffset.UTC));
            claim.setObject(5, now.minus(config.retention()).atOffset(ZoneOffset.UTC));
            claim.setObject(6, now.minus(config.patience()).atOffset(ZoneOffset.UTC));
            return claim.executeUpdate() > 0;
        });
        return claimed ? granted : known(id, fingerprint);
    }

    private Claim known(byte[] id, byte[] fingerprint) {
        return execute(FIND, find -> {
            find.setBytes(1, id);
            try (ResultSet found = find.executeQuery()) {
                if (!found.next()) {
                    return new Claim.InFlight(); // given up just now: the next attempt finds it free
                }
                if (!Arrays.equals(found.getBytes("fingerprint"), fingerprint)) {
                    return new Claim.Mismatch();
                }
                int status = found.getInt("status");
                return found.wasNull()
                        ? new Claim.InFlight()
                        : new Claim.Answered(
                                new Answer(status, headers(found.getString("headers")), found.getBytes("body")));
            }
        });
    }

    void answer(Claim.Granted claim, Answer answer) {
        execute(ANSWER, update -> {
            update.setInt(1, answer.status());
            update.setString(2, headers(answer.headers()));
            update.setBytes(3, answer.body());
            update.setBytes(4, claim.id());
            update.setObject(5, claim.token());
            return update.executeUpdate();
        });
    }

    /** The request came to nothing, its repetition may try again. */
    void giveUp(Claim.Granted claim) {
        execute("DELETE FROM idempotency_key WHERE id = ? AND claim = ?", delete -> {
            delete.setBytes(1, claim.id());
            delete.setObject(2, claim.token());
            return delete.executeUpdate();
        });
    }

    /** Forgets the keys whose time is over. Returns how many. */
    int purge(Instant now) {
        return execute("DELETE FROM idempotency_key WHERE created_at < ?", delete -> {
            delete.setObject(1, now.minus(config.retention()).atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        });
    }

    private <T> T execute(String sql, StatementWork<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IdempotencyException("the idempotency keys are out of reach", e);
        }
    }

    private String headers(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IdempotencyException("headers are plain text", e);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IdempotencyException("unreadable headers of an answer", e);
        }
    }

    @FunctionalInterface
    private interface StatementWork<T> {

        T with(PreparedStatement statement) throws SQLException;
    }
}
