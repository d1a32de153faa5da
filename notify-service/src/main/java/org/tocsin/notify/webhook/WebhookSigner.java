package org.tocsin.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.tocsin.notify.secret.SigningSecret;

/**
 * Signs webhooks: HMAC-SHA256 over {@code id.timestamp.body}, version {@code v1} of Standard Webhooks 1.0.0, section
 * "Signature scheme".
 */
final class WebhookSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSigner() {}

    /**
     * The value of the {@code webhook-signature} header.
     *
     * @param id has no full stop in it
     * @param timestamp of this try; whole seconds are signed
     * @param secrets the current one first, then those it replaced that are still valid
     */
    static String signature(String id, Instant timestamp, byte[] body, List<SigningSecret> secrets) {
        byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, head, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(SigningSecret secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
