package org.tocsin.standalone.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MailboxTest {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");

    private static final String MAIL =
            """
            From: Tocsin <alerts@tocsin.example>
            To: desk@demo.example
            Subject: =?utf-8?Q?Abschiebung_=E2=80=93_81_Menschen?=
            Message-ID: <one@tocsin.example>
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="b"

            --b
            Content-Type: text/plain; charset=utf-8

            ۸۱ نفر
            --b
            Content-Type: text/html; charset=utf-8

            <p>81 people</p>
            --b--
            """;

    @Test
    void takesMailsBySmtpAndTakesThemApart() throws Exception {
        try (Mailbox mailbox = Mailbox.open(0, Clock.fixed(NOW, ZoneOffset.UTC))) {
            send(mailbox, MAIL);

            await().until(() -> mailbox.mails().size() == 1);
            ReceivedMail mail = mailbox.mails().get(0);
            assertThat(mail.subject()).isEqualTo("Abschiebung – 81 Menschen");
            assertThat(mail.to()).isEqualTo("desk@demo.example");
            assertThat(mail.receivedAt()).isEqualTo(NOW);
            assertThat(mail.text()).contains("۸۱ نفر");
            assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("81 people"));
            assertThat(mail.header("message-id")).contains("<one@tocsin.example>");
        }
    }

    @Test
    void showsAHostileMailWithoutLettingItOut() {
        String hostile =
                """
                Subject: <script>alert(1)</script>
                X-Evil: "><img src=x onerror=alert(2)>
                Content-Type: text/html; charset=utf-8

                </iframe>"><script>alert(3)</script><a href='javascript:alert(4)'>x</a>
                """;
        ReceivedMail mail = ReceivedMail.read(1, "<b>@x", NOW, hostile.getBytes(StandardCharsets.UTF_8));

        String page = MailPages.show(mail) + MailPages.list(java.util.List.of(mail));

        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("<img")
                .doesNotContain("</iframe>\"")
                .contains("sandbox=\"allow-popups\"")
                .contains("&lt;script&gt;alert(3)&lt;/script&gt;");
    }

    @Test
    void showsAMailThatNoParserUnderstands() {
        String broken = "Content-Type: multipart/mixed; boundary\u0000\n\nnothing";
        ReceivedMail mail = ReceivedMail.read(1, "x@y", NOW, broken.getBytes(StandardCharsets.UTF_8));

        assertThat(mail.subject()).isEqualTo("(no subject)");
        assertThat(MailPages.show(mail)).contains("nothing");
    }

    private static void send(Mailbox mailbox, String source) throws Exception {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(mailbox.port()));
        Session session = Session.getInstance(settings);
        MimeMessage message =
                new MimeMessage(session, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            // As it is: Transport.send would give the mail a Message-ID of its own.
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
