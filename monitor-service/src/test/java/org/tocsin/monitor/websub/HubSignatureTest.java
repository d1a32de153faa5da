package org.tocsin.monitor.websub;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HubSignatureTest {

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final String SECRET = "Jefe";

    /** The second case of RFC 2202 and of RFC 4231. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843"
            })
    void acceptsWhatTheSecretSigns(String header) {
        assertThat(HubSignature.isValid(header, BODY, SECRET)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "sha256=",
                "sha256=xyz",
                "md5=750c783e6ab0b503eaa86e310a5db738",
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c78"
            })
    void refusesEverythingElse(String header) {
        assertThat(HubSignature.isValid(header, BODY, SECRET)).isFalse();
    }

    @Test
    void refusesAnotherBody() {
        assertThat(HubSignature.isValid("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", new byte[] {1}, SECRET))
                .isFalse();
    }
}
