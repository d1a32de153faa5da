package org.tocsin.standalone.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.standalone.process.StartException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TokenMintTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-02-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @Test
    void signsWhatTheServicesVerify() throws Exception {
        SigningKeys keys = SigningKeys.of(folder).ensure();
        String token = new TokenMint(keys.sign(), CLOCK)
                .mint("cli:amina", List.of("partner", "reader"), "0198a3c2", Duration.ofHours(2));

        JwtConsumer consumer = new JwtConsumerBuilder()
                .setVerificationKey(publicKey(keys))
                .setExpectedIssuer("tocsin")
                .setRequireExpirationTime()
                .setEvaluationTime(org.jose4j.jwt.NumericDate.fromSeconds(
                        CLOCK.instant().plus(Duration.ofMinutes(119)).getEpochSecond()))
                .build();
        JwtClaims claims = consumer.processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("cli:amina");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("cli:amina");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("partner", "reader");
        assertThat(claims.getStringClaimValue("org")).isEqualTo("0198a3c2");
        assertThat(claims.getExpirationTime().getValue())
                .isEqualTo(Instant.parse("2026-02-01T12:00:00Z").getEpochSecond());
    }

    @Test
    void keepsItsKeysAndHidesThePrivateOne() throws IOException {
        SigningKeys keys = SigningKeys.of(folder).ensure();
        String before = Files.readString(keys.privateKey());

        keys.ensure();

        assertThat(keys.privateKey()).hasContent(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.privateKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void saysThatTheKeyIsDamaged() throws IOException {
        SigningKeys keys = SigningKeys.of(folder).ensure();
        Files.writeString(keys.privateKey(), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(keys::ensure)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("The signing key " + keys.privateKey() + " is damaged");
    }

    @Test
    void saysThatThereIsNoKey() {
        assertThatThrownBy(() -> SigningKeys.of(folder).sign())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("private.pem is missing");
    }

    private static PublicKey publicKey(SigningKeys keys) throws Exception {
        String body = Files.readString(keys.publicKey()).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getMimeDecoder().decode(body)));
    }
}
