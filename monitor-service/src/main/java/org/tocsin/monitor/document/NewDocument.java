package org.tocsin.monitor.document;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.content.CanonicalUrl;
import org.tocsin.monitor.source.SourceRef;

/**
 * A checked report on its way in.
 *
 * @param url absolute http or https address
 * @param title in one line, not empty
 * @param text clean, not blank
 * @param language as the source says (BCP 47), or null to find out
 * @param publishedAt not after its arrival
 * @param entryId what identifies the report within its source, if the source has such a thing
 */
public record NewDocument(
        SourceRef source,
        URI url,
        String title,
        String text,
        @Nullable String language,
        Instant publishedAt,
        @Nullable String entryId) {

    String canonicalUrl() {
        return CanonicalUrl.of(url);
    }

    /** Equal for the same text at the same address. */
    byte[] fingerprint() {
        return sha256(canonicalUrl() + '\n' + text);
    }

    byte @Nullable [] entryKey() {
        return entryId == null ? null : entryKey(entryId);
    }

    static byte[] entryKey(String entryId) {
        return sha256(entryId);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
