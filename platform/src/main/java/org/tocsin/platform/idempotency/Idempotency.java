package org.tocsin.platform.idempotency;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.tocsin.platform.idempotency.Claim.Answer;
import org.tocsin.platform.problem.ProblemException;
import org.tocsin.platform.token.CallerIdentity;

import io.quarkus.logging.Log;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Decides about requests with an {@code Idempotency-Key}: a key belongs to one caller and one path. */
@ApplicationScoped
class Idempotency {

    private static final int MAX_KEY_LENGTH = 255;

    private final IdempotencyRepository repository;
    private final IdempotencyConfig config;
    private final CallerIdentity caller;
    private final Clock clock;

    Idempotency(IdempotencyRepository repository, IdempotencyConfig config, CallerIdentity caller, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.caller = caller;
        this.clock = clock;
    }

    int maxBytes() {
        return config.maxBytes();
    }

    /**
     * Claims the key for the request at hand.
     *
     * @throws ProblemException 400 for a key that is none
     */
    Claim claim(String key, String path, @Nullable String query, byte[] body) {
        if (key.length() > MAX_KEY_LENGTH || key.isBlank()) {
            throw ProblemException.badRequest(
                    "The header Idempotency-Key must have 1 to " + MAX_KEY_LENGTH + " characters.");
        }
        byte[] id = digest(caller.subject().getBytes(UTF_8), path.getBytes(UTF_8), key.getBytes(UTF_8));
        byte[] fingerprint = digest(query == null ? new byte[0] : query.getBytes(UTF_8), body);
        return repository.claim(id, fingerprint, clock.instant());
    }

    /** Keeps the answer. The request has been carried out: that it cannot be kept must not turn it into a failure. */
    void keep(Claim.Granted claim, Answer answer) {
        try {
            repository.answer(claim, answer);
        } catch (IdempotencyException e) {
            Log.warnf("The answer to a request with an idempotency key is not kept: %s", e.getMessage());
        }
    }

    void giveUp(Claim.Granted claim) {
        try {
            repository.giveUp(claim);
        } catch (IdempotencyException e) {
            Log.warnf("An idempotency key stays taken for a while: %s", e.getMessage());
        }
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                // With its length first, so that no two sequences of parts look alike.
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
