package org.tocsin.notify.secret;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A symmetric secret of Standard Webhooks 1.0.0: {@code whsec_} and the base64 of 24 to 64 random bytes. Its text is
 * shown to its owner once and never logged.
 */
public final class SigningSecret {

    private static final String PREFIX = "whsec_";
    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;
    private static final int NEW_BYTES = 32;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** A new one. */
    public static SigningSecret random(SecureRandom random) {
        byte[] key = new byte[NEW_BYTES];
        random.nextBytes(key);
        return new SigningSecret(key);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException when it is not one; the message does not repeat it
     */
    public static SigningSecret parse(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("a signing secret starts with " + PREFIX);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a signing secret is base64 after " + PREFIX, e);
        }
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException("a signing secret has 24 to 64 bytes");
        }
        return new SigningSecret(key);
    }

    /** The form that is shown to its owner. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The bytes that sign. */
    public byte[] key() {
        return key.clone();
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "SigningSecret";
    }
}
