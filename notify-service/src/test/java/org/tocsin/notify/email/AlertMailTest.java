package org.tocsin.notify.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.TocsinStack;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;

/** What mails about alerts say and how they hang together. Keeps each kind below target/mails for looking at. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class AlertMailTest extends ServiceTest {

    @Test
    void eachKindHasItsOwnWords() throws IOException {
        Api.email(organisation, address, onlyThisAlert());
        List<String> kinds = List.of("opened", "updated", "escalated", "closed", "retracted");
        for (int i = 0; i < kinds.size(); i++) {
            alert.publish(kinds.get(i), i + 1, content -> content.put("category", alert.category()));
            mailServer.await(address, i + 1);
        }
        List<ReceivedMail> mails = mailServer.to(address);

        assertThat(mails).hasSize(5);
        assertThat(mails)
                .extracting(ReceivedMail::subject)
                .satisfiesExactly(
                        opened -> assertThat(opened).isEqualTo("Severe: Iran: at least 29,000 people deported (Zabol)"),
                        updated -> assertThat(updated)
                                .isEqualTo("Re: " + mails.get(0).subject()),
                        escalated -> assertThat(escalated).startsWith("Escalated – Extreme: "),
                        closed -> assertThat(closed)
                                .isEqualTo("Re: " + mails.get(0).subject()),
                        retracted -> assertThat(retracted).startsWith("Retracted: "));
        assertThat(mails.get(2).text()).contains("The severity of this alert has risen from Severe to Extreme.");
        assertThat(mails.get(4).text()).contains("it was a false alarm");
        String first = mails.get(0).header("Message-ID");
        assertThat(mails.get(0).header("In-Reply-To")).isNull();
        assertThat(mails.subList(1, 5)).allSatisfy(mail -> {
            assertThat(mail.header("In-Reply-To")).isEqualTo(first);
            assertThat(mail.header("References")).isEqualTo(first);
        });
        for (int i = 0; i < kinds.size(); i++) {
            keep(kinds.get(i), mails.get(i));
        }
    }

    @Test
    void machinesKnowWhatKindOfMailItIs() {
        Api.email(organisation, address, onlyThisAlert());
        alert.publish("opened", 1);
        ReceivedMail mail = mailServer.await(address, 1).get(0);

        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.header("List-Unsubscribe")).matches("<http://\\S+/unsubscribe/[A-Za-z0-9_-]+>");
        assertThat(mail.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.header("Feedback-ID")).startsWith("opened:");
        assertThat(mail.header("Content-Type")).startsWith("multipart/alternative");
    }

    @Test
    void strangersTextDoesNoHarm() throws IOException {
        Api.email(organisation, address, onlyThisAlert());
        String evil = "Bad\r\nBcc: victim@example.org\r\n\r\n<script>alert(1)</script> \u202Etxet {mail.subject}";
        alert.publish("opened", 1, content -> {
            content.put("title", evil).put("titleEdited", true);
            ((ObjectNode) content.path("headline")).put("place", "<b>\r\nBcc: x</b>");
            ObjectNode report = (ObjectNode) content.path("reports").path(0);
            report.put("title", "<a href=\"x\">click</a>");
            report.put("url", "javascript:alert(1)");
            report.put("source", "</td><h1>x");
            report.putArray("quotes").add("<style>*{display:none}</style>");
        });
        ReceivedMail mail = mailServer.await(address, 1).get(0);

        assertThat(mail.header("Bcc")).isNull();
        assertThat(mail.subject())
                .isEqualTo("Severe: Bad Bcc: victim@example.org <script>alert(1)</script> txet {mail.subject}");
        assertThat(mail.html())
                .doesNotContain(
                        "<script", "<img", "javascript:", "<a href=\"x\"", "</td><h1>", "<style>*", ">49<", "\u202E")
                .contains("&lt;script&gt;", "{mail.subject}");
        keep("hostile", mail);
    }

    @Test
    void saysWhyItCame() {
        Api.email(
                organisation,
                address,
                Map.of("categories", List.of(alert.category()), "countries", List.of("IR", "PK"), "minSeverity", 50));
        alert.publish("opened", 1);

        assertThat(mailServer.await(address, 1).get(0).text())
                .contains("Country: Iran (you asked for Iran, Pakistan)")
                .contains("Severity: 68 (you asked for at least 50)");
    }

    @Test
    void loadsNothingFromElsewhere() {
        Api.email(organisation, address, onlyThisAlert());
        alert.publish("opened", 1);

        String html = mailServer.await(address, 1).get(0).html();
        assertThat(html).doesNotContain("<img", "<link", "<script", "@import", "url(");
        assertThat(html).contains("lang=\"en\" dir=\"ltr\"").contains("prefers-color-scheme: dark");
    }

    private static void keep(String name, ReceivedMail mail) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve(name + ".html"), mail.html());
        Files.writeString(folder.resolve(name + ".txt"), mail.text());
    }
}
