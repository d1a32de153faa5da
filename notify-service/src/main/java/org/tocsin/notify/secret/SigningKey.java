package org.tocsin.notify.secret;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An asymmetric key of Standard Webhooks 1.0.0: Ed25519 (RFC 8032). Only we can sign; the public part, {@code whpk_} and
 * the base64 of its 32 bytes, may be known to anybody.
 */
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PREFIX = "whpk_";
    private static final int PUBLIC_BYTES = 32;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** A new one. */
    static SigningKey random() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            // An X.509 SubjectPublicKeyInfo of Ed25519 ends with the key itself (RFC 8410, section 4).
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - PUBLIC_BYTES, encoded.length);
            return new SigningKey(pair.getPrivate(), raw);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** From the form in which it is sealed: the public part, then PKCS#8. */
    static SigningKey of(byte[] stored) {
        try {
            byte[] pkcs8 = Arrays.copyOfRange(stored, PUBLIC_BYTES, stored.length);
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return new SigningKey(key, Arrays.copyOf(stored, PUBLIC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored signing key cannot be read", e);
        }
    }

    byte[] stored() {
        byte[] pkcs8 = privateKey.getEncoded();
        byte[] stored = Arrays.copyOf(publicKey, PUBLIC_BYTES + pkcs8.length);
        System.arraycopy(pkcs8, 0, stored, PUBLIC_BYTES, pkcs8.length);
        return stored;
    }

    /** Signs head and body as one message. */
    public byte[] sign(byte[] head, byte[] body) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(head);
            signature.update(body);
            return signature.sign();
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the key was made for this algorithm", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }

    /** The form in which receivers get it. */
    public String publicText() {
        return PREFIX + Base64.getEncoder().encodeToString(publicKey);
    }

    /** The coordinate {@code x} of a JSON Web Key (RFC 8037). */
    public String jwkCoordinate() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey);
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "SigningKey";
    }
}
