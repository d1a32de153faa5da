package org.tocsin.platform.egress;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what we prove ourselves to a server that asks for a client certificate (mutual TLS).
 *
 * @param certificate PEM, the client's own first, then those that lead to a root
 * @param key PEM, PKCS#8, not encrypted
 */
public record TlsIdentity(String certificate, String key) {

    private static final Pattern PRIVATE_KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final byte[] PROBE = {1, 2, 3};

    /**
     * Whether the two can be read and belong together.
     *
     * @throws IllegalArgumentException with the reason, which repeats nothing of them
     */
    public void check() {
        X509Certificate own = readCertificate();
        PrivateKey privateKey = readKey(own.getPublicKey().getAlgorithm());
        if (!match(privateKey, own.getPublicKey())) {
            throw new IllegalArgumentException("the key does not belong to the certificate");
        }
    }

    private X509Certificate readCertificate() {
        try {
            Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII)));
            return chain.stream()
                    .map(X509Certificate.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no certificate in PEM form"));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the certificate cannot be read: PEM is expected");
        }
    }

    private PrivateKey readKey(String algorithm) {
        Matcher pem = PRIVATE_KEY.matcher(key);
        if (!pem.find()) {
            throw new IllegalArgumentException("the key must be PKCS#8 in PEM form, not encrypted");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot be read as one of the certificate's kind");
        }
    }

    private static boolean match(PrivateKey privateKey, PublicKey publicKey) {
        String scheme =
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> publicKey.getAlgorithm();
                };
        try {
            Signature signer = Signature.getInstance(scheme);
            signer.initSign(privateKey);
            signer.update(PROBE);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(scheme);
            verifier.initVerify(publicKey);
            verifier.update(PROBE);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot sign");
        }
    }

    /** Tells nothing. */
    @Override
    public String toString() {
        return "TlsIdentity";
    }
}
