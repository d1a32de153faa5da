package org.tocsin.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.tocsin.notify.secret.SigningKey;
import org.tocsin.notify.secret.SigningSecret;
import org.tocsin.notify.secret.SigningSecrets.Signing;
import org.tocsin.notify.subscription.WebhookOptions;

/**
 * Signs webhooks over {@code id.timestamp.body} by Standard Webhooks 1.0.0, section "Signature scheme": {@code v1} is
 * HMAC-SHA256, {@code v1a} is Ed25519.
 */
final class WebhookSigner {

    private static final String ALGORITHM = "HmacSHA256";

    private WebhookSigner() {}

    /**
     * The value of the {@code webhook-signature} header: one signature for each valid secret and key, so that a receiver
     * that still has the one before the last rotation can verify too.
     *
     * @param id has no full stop in it
     * @param timestamp of this try; whole seconds are signed
     * @param signing the current secret and key first
     */
    static String signature(
            String id, Instant timestamp, byte[] body, Signing signing, List<WebhookOptions.Signature> wanted) {
        byte[] head = (id + "." + timestamp.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        List<String> signatures = new ArrayList<>();
        if (wanted.contains(WebhookOptions.Signature.V1)) {
            for (SigningSecret secret : signing.secrets()) {
                signatures.add("v1," + Base64.getEncoder().encodeToString(mac(secret, head, body)));
            }
        }
        if (wanted.contains(WebhookOptions.Signature.V1A)) {
            for (SigningKey key : signing.keys()) {
                signatures.add("v1a," + Base64.getEncoder().encodeToString(key.sign(head, body)));
            }
        }
        return String.join(" ", signatures);
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
