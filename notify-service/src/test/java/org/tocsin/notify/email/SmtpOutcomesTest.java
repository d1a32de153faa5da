package org.tocsin.notify.email;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notify.delivery.Outcome;

import io.vertx.ext.mail.SMTPException;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpOutcomesTest {

    @ParameterizedTest
    @CsvSource({
        "recipient address not accepted, 450, TEMPORARY",
        "recipient address not accepted, 451, TEMPORARY",
        "recipient address not accepted, 452, TEMPORARY",
        "recipient address not accepted, 550, PERMANENT",
        "recipient address not accepted, 553, PERMANENT",
        "DATA command not accepted,      451, TEMPORARY",
        "DATA command not accepted,      554, PERMANENT",
        "sending data failed,            451, TEMPORARY",
        "sending data failed,            552, PERMANENT",
        "recipient address not accepted, 421, UNREACHABLE",
        "sending data failed,            421, UNREACHABLE",
        "got error response,             554, UNREACHABLE",
        "HELO failed.,                   501, UNREACHABLE",
        "sender address not accepted,    451, UNREACHABLE",
        "sender address not accepted,    553, UNREACHABLE",
        "AUTH PLAIN failed,              535, UNREACHABLE",
    })
    void takesTheServersReplies(String step, int code, String word) {
        SMTPException reply = new SMTPException(step + ": " + code + " said", code, List.of(code + " said"), false);
        Outcome outcome = SmtpOutcomes.of(reply);
        assertThat(outcome.word()).isEqualTo(word);
        assertThat(outcome.detail()).doesNotContain("said");
    }

    @Test
    void onlyARefusedRecipientEndsTheAddress() {
        assertThat(SmtpOutcomes.of(new SMTPException("recipient address not accepted: 550 x", 550, List.of(), false)))
                .isInstanceOfSatisfying(Outcome.Permanent.class, outcome -> assertThat(outcome.endpointGone())
                        .isTrue());
        assertThat(SmtpOutcomes.of(new SMTPException("sending data failed: 554 spam", 554, List.of(), false)))
                .isInstanceOfSatisfying(Outcome.Permanent.class, outcome -> assertThat(outcome.endpointGone())
                        .isFalse());
    }

    @Test
    void takesFailuresOfTheNetwork() {
        assertThat(SmtpOutcomes.of(new ConnectException("refused")).word()).isEqualTo("UNREACHABLE");
        assertThat(SmtpOutcomes.of(new IOException("socket was closed")).word()).isEqualTo("UNREACHABLE");
        assertThat(SmtpOutcomes.of(new TimeoutException()).word()).isEqualTo("UNREACHABLE");
        assertThat(SmtpOutcomes.of(new SSLHandshakeException("bad")).word()).isEqualTo("TLS");
        assertThat(SmtpOutcomes.of(new IllegalStateException("?")).word()).isEqualTo("UNREACHABLE");
        assertThat(SmtpOutcomes.of(new IllegalArgumentException("?")).word()).isEqualTo("PERMANENT");
    }
}
