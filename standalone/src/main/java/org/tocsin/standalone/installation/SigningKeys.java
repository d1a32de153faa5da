package org.tocsin.standalone.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

import org.tocsin.standalone.process.StartException;

/**
 * The RSA pair that tokens are signed and verified with.
 *
 * @param publicKey PEM file that all services verify with
 * @param privateKey PEM file that only the owner may read
 */
public record SigningKeys(Path publicKey, Path privateKey) {

    private static final int BITS = 2048;

    /** The pair of the folder. */
    public static SigningKeys of(Path dataFolder) {
        Path keys = dataFolder.resolve("keys");
        return new SigningKeys(keys.resolve("public.pem"), keys.resolve("private.pem"));
    }

    /** Generates the pair at the first start. */
    public SigningKeys ensure() {
        if (Files.exists(privateKey) && Files.exists(publicKey)) {
            sign();
            return this;
        }
        try {
            Files.createDirectories(privateKey.getParent());
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            write(privateKey, "PRIVATE KEY", pair.getPrivate().getEncoded());
            write(publicKey, "PUBLIC KEY", pair.getPublic().getEncoded());
            return this;
        } catch (IOException e) {
            throw new StartException("The signing keys cannot be written: " + Reasons.of(e) + ".", e);
        } catch (GeneralSecurityException e) {
            throw new StartException("This Java has no RSA keys: " + e.getMessage() + ".", e);
        }
    }

    private static void write(Path file, String type, byte[] key) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(fresh, "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * The key to sign with.
     *
     * @throws StartException when there is none, or it cannot be read
     */
    public PrivateKey sign() {
        try {
            String body = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----", "");
            byte[] key = Base64.getMimeDecoder().decode(body);
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (IOException e) {
            throw new StartException("There is no signing key: " + Reasons.of(e) + ".", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartException(
                    "The signing key " + privateKey + " is damaged: put a copy of it back, or delete "
                            + privateKey.getParent() + " to have new keys, which ends all tokens.",
                    e);
        }
    }
}
