package org.tocsin.notify.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.tocsin.notify.settings.NotifySettings;

/**
 * Links for subscribers, who have no account: the token names a subscription and proves that we issued it for one page.
 * Who has a link to one page cannot make the link to another.
 */
@Singleton
public class PublicLinks {

    private static final int ID_BYTES = 16;
    private static final int PROOF_BYTES = 16;

    private final InstallationKey key;
    private final String baseUrl;

    PublicLinks(InstallationKey key, NotifySettings settings) {
        this.key = key;
        this.baseUrl = settings.publicUrl().replaceAll("/+$", "");
    }

    /** The pages that a link can lead to. */
    public enum Page {
        CONFIRM,
        UNSUBSCRIBE,
        PREFERENCES;

        private String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The absolute address of a subscriber's page. */
    public String url(Page page, UUID subscription) {
        return baseUrl + "/" + page.path() + "/" + token(page, subscription);
    }

    /** The subscription that a token was issued for; empty when it was not issued for this page, or by us. */
    public Optional<UUID> subscription(Page page, String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + PROOF_BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID id = new UUID(buffer.getLong(), buffer.getLong());
        byte[] proof = Arrays.copyOfRange(bytes, ID_BYTES, bytes.length);
        boolean ours = keys().stream().anyMatch(key -> MessageDigest.isEqual(proof, proof(key, page, id)));
        return ours ? Optional.of(id) : Optional.empty();
    }

    String token(Page page, UUID subscription) {
        byte[] bytes = ByteBuffer.allocate(ID_BYTES + PROOF_BYTES)
                .putLong(subscription.getMostSignificantBits())
                .putLong(subscription.getLeastSignificantBits())
                .put(proof(keys().get(0), page, subscription))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private List<byte[]> keys() {
        return key.derive("links");
    }

    private static byte[] proof(byte[] linkKey, Page page, UUID subscription) {
        byte[] message = (page.path() + ":" + subscription).getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(InstallationKey.mac(linkKey, message), PROOF_BYTES);
    }
}
