package org.tocsin.notify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.tocsin.notify.secret.SigningSecret;
import org.tocsin.notify.secret.SigningSecrets;
import org.tocsin.notify.subscription.WebhookOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WebhookSignerTest {

    /** Of the public libraries' own tests. */
    private static final SigningSecret SECRET = SigningSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final Instant TIME = Instant.ofEpochSecond(1614265330, 999_000_000);
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static final List<WebhookOptions.Signature> V1 = List.of(WebhookOptions.Signature.V1);

    private static SigningSecrets.Signing signing(SigningSecret... secrets) {
        return new SigningSecrets.Signing(List.of(secrets), List.of());
    }

    @Test
    void signsThePublicVector() {
        assertThat(WebhookSigner.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", TIME, BODY, signing(SECRET), V1))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void signsWithEachSecretOfARotation() {
        SigningSecret fresh = SigningSecret.random(new SecureRandom());
        String signature =
                WebhookSigner.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", TIME, BODY, signing(fresh, SECRET), V1);
        assertThat(signature.split(" ")).hasSize(2).contains(SIGNATURE);
    }

    @Test
    void aSecretKeepsItsText() {
        SigningSecret secret = SigningSecret.random(new SecureRandom());
        assertThat(SigningSecret.parse(secret.text()).text()).isEqualTo(secret.text());
        assertThat(secret.toString()).doesNotContain(secret.text());
    }

    @Test
    void refusesWhatIsNoSecret() {
        for (String bad :
                List.of("", "secret", "whsec_", "whsec_AAAA", "whsec_%%%", "whsk_MfKQ9r8GKYqrTwjUPD8ILPZIo2La")) {
            assertThatThrownBy(() -> SigningSecret.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
