package org.tocsin.monitor.websub;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/** The header {@code X-Hub-Signature} of WebSub, section 7.1: {@code method=hex of the HMAC over the body}. */
final class HubSignature {

    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /** Whether the header proves that the sender of the body knows the secret. */
    static boolean isValid(@Nullable String header, byte[] body, String secret) {
        String[] parts = header == null ? new String[0] : header.strip().split("=", 2);
        String algorithm = parts.length == 2 ? METHODS.get(parts[0].toLowerCase(Locale.ROOT)) : null;
        if (algorithm == null) {
            return false;
        }
        try {
            byte[] claimed = HexFormat.of().parseHex(parts[1].toLowerCase(Locale.ROOT));
            return MessageDigest.isEqual(claimed, hmac(algorithm, body, secret));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] hmac(String algorithm, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC with SHA", e);
        }
    }
}
