package org.tocsin.notify.secret;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

/**
 * Seals small secrets for the database with the installation's current key and opens them with whichever key they were
 * sealed with, the current one or one it replaced.
 */
@Singleton
public class Vault {

    private static final String PURPOSE = "secrets";

    private final InstallationKey keys;
    private final SecureRandom random = new SecureRandom();

    Vault(InstallationKey keys) {
        this.keys = keys;
    }

    /** @param owner cannot be opened for another one */
    public byte[] seal(byte[] plain, UUID owner) {
        return ciphers().get(0).seal(plain, bytes(owner));
    }

    /** @throws IllegalStateException when no configured key opens it, or it was changed since */
    public byte[] open(byte[] sealed, UUID owner) {
        return Opening.of(ciphers(), sealed, bytes(owner)).plain();
    }

    /** Whether it was sealed with a key that has been replaced. */
    boolean outdated(byte[] sealed, UUID owner) {
        return Opening.of(ciphers(), sealed, bytes(owner)).cipher() > 0;
    }

    private List<SecretCipher> ciphers() {
        List<SecretCipher> ciphers = new ArrayList<>();
        keys.derive(PURPOSE).forEach(key -> ciphers.add(new SecretCipher(key, random)));
        return ciphers;
    }

    /** @param cipher index of the one that opened it, 0 for the current key's */
    private record Opening(byte[] plain, int cipher) {

        static Opening of(List<SecretCipher> ciphers, byte[] sealed, byte[] owner) {
            IllegalStateException refused = new IllegalStateException("there is no key");
            for (int i = 0; i < ciphers.size(); i++) {
                try {
                    return new Opening(ciphers.get(i).open(sealed, owner), i);
                } catch (IllegalStateException e) {
                    refused = e;
                }
            }
            throw refused;
        }
    }

    private static byte[] bytes(UUID owner) {
        return ByteBuffer.allocate(16)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }
}
