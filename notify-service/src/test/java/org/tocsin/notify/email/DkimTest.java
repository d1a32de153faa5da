package org.tocsin.notify.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Mails are signed as docs/operating.md says, and another library verifies them. */
@QuarkusTest
@TestProfile(DkimTest.Signed.class)
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class DkimTest extends ServiceTest {

    private static final String PUBLIC_KEY = "org.tocsin.notify.testing.dkim-public-key";

    /** With a key made for this run. */
    public static final class Signed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                System.setProperty(PUBLIC_KEY, base64(pair.getPublic().getEncoded()));
                return Map.of(
                        "quarkus.mailer.dkim.enabled", "true",
                        "quarkus.mailer.dkim.private-key",
                                base64(pair.getPrivate().getEncoded()),
                        "quarkus.mailer.dkim.selector", "alerts",
                        "quarkus.mailer.dkim.sdid", "example.org");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String base64(byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
    }

    @Test
    void anotherLibraryVerifiesTheSignature() throws FailException, IOException {
        Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", address),
                "filter",
                onlyThisAlert(),
                "language",
                "ps",
                "confirmed",
                true));
        alert.publish("opened", 1);
        ReceivedMail mail = mailServer.await(address, 1).get(0);

        List<SignatureRecord> signatures = verify(mail.raw());
        assertThat(signatures).hasSize(1);
        assertThat(signatures.get(0).getHeaders().stream().map(Object::toString).map(String::toLowerCase))
                .contains(
                        "from",
                        "to",
                        "subject",
                        "date",
                        "message-id",
                        "list-unsubscribe",
                        "list-unsubscribe-post",
                        "feedback-id");
        byte[] tampered = new String(mail.raw(), StandardCharsets.ISO_8859_1)
                .replace("Subject: ", "Subject: x")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> verify(tampered)).isInstanceOf(FailException.class);
    }

    private static List<SignatureRecord> verify(byte[] mail) throws FailException, IOException {
        String record = "v=DKIM1; k=rsa; p=" + System.getProperty(PUBLIC_KEY);
        DKIMVerifier verifier = new DKIMVerifier((method, selector, token) -> List.of(record));
        return verifier.verify(new ByteArrayInputStream(mail));
    }
}
