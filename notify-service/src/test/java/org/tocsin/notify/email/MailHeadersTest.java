package org.tocsin.notify.email;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MailHeadersTest {

    private static final UUID FIRST = UUID.fromString("0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60");
    private static final UUID SECOND = UUID.fromString("0198a3c2-2b00-7e53-9d66-1b2c3d4e5f61");

    @Test
    void theFirstMailOpensAThread() {
        Map<String, String> headers = MailHeaders.common(MailThread.of(FIRST, null, "alerts.example.org"));
        assertThat(headers)
                .containsEntry("Message-ID", "<0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60@alerts.example.org>")
                .containsEntry("Auto-Submitted", "auto-generated")
                .doesNotContainKeys("In-Reply-To", "References");
    }

    @Test
    void laterMailsAnswerTheFirst() {
        Map<String, String> headers = MailHeaders.common(MailThread.of(SECOND, FIRST, "alerts.example.org"));
        assertThat(headers)
                .containsEntry("Message-ID", "<0198a3c2-2b00-7e53-9d66-1b2c3d4e5f61@alerts.example.org>")
                .containsEntry("In-Reply-To", "<0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60@alerts.example.org>")
                .containsEntry("References", "<0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60@alerts.example.org>");
    }

    @Test
    void subscribersCanLeaveWithOneClick() {
        var audience = new MailHeaders.Audience(
                FIRST, SECOND, "alerts.example.org", Optional.of("mailto:help@alerts.example.org"));
        assertThat(MailHeaders.list(audience, "opened", "https://alerts.example.org/unsubscribe/x"))
                .containsEntry("List-Unsubscribe", "<https://alerts.example.org/unsubscribe/x>")
                .containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                .containsEntry("List-Id", "Tocsin alerts <0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60.alerts.example.org>")
                .containsEntry("Feedback-ID", "opened:0198a3c2-2b00-7e53-9d66-1b2c3d4e5f61:alerts:tocsin")
                .containsEntry("List-Help", "<mailto:help@alerts.example.org>");
    }
}
