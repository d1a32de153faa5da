package org.tocsin.notify.email;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.notify.secret.PublicLinks;
import org.tocsin.notify.testing.Alerts;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Mails and pages in every language, kept under target for eyes. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class MailLanguagesTest extends ServiceTest {

    @Inject
    MutableClock clock;

    @Inject
    PublicLinks links;

    @ParameterizedTest
    @CsvSource({
        "en,ltr,'Iran: at least 29,000 people deported (Zabol)'",
        "fa,rtl,ایران: اخراج دست‌کم ۲۹٬۰۰۰ نفر (\u2068Zabol\u2069)",
        "fa-AF,rtl,ایران: اخراج حداقل ۲۹٬۰۰۰ نفر (\u2068Zabol\u2069)",
        "ps,rtl,ايران: د لږ تر لږه ۲۹٬۰۰۰ کسانو ایستل (\u2068Zabol\u2069)",
        "ur,rtl,'ایران: کم از کم 29,000 افراد ملک بدر (\u2068Zabol\u2069)'",
        "ar,rtl,إيران: ترحيل ما لا يقل عن ٢٩٬٠٠٠ شخص (\u2068Zabol\u2069)",
        "tr,ltr,İran: en az 29.000 kişinin sınır dışı edilmesi (Zabol)",
        "de,ltr,Iran: mindestens 29.000 Menschen abgeschoben (Zabol)",
        "fr,ltr,Iran\u00a0: au moins 29\u202f000 personnes expulsées (Zabol)",
        "es,ltr,Irán: al menos 29.000 personas deportadas (Zabol)",
    })
    void aMailSpeaksTheLanguageOfItsReader(String language, String direction, String figure) throws IOException {
        Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", address),
                "filter",
                onlyThisAlert(),
                "delivery",
                Map.of("timeZone", "Asia/Kabul"),
                "language",
                language,
                "confirmed",
                true));
        alert.publish("opened", 1);

        ReceivedMail mail = mailServer.await(address, 1).get(0);
        assertThat(mail.html()).contains("lang=\"" + language + "\" dir=\"" + direction + "\"");
        assertThat(mail.text()).contains(figure);
        // A foreign name must not drag the day behind it to its own side.
        String source = direction.equals("rtl") ? "\u200F\u2068Hirmand Daily\u2069، " : "Hirmand Daily, ";
        assertThat(mail.html()).contains(source);
        assertThat(mail.text()).contains(source);
        keep("opened-" + language, mail);
    }

    @Test
    void aDigestAndThePagesAreKeptForEyes() throws IOException {
        for (String language : List.of("en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es")) {
            Alerts other = new Alerts(topic);
            Alerts third = new Alerts(topic);
            String reader = "reader-" + UUID.randomUUID() + "@example.org";
            UUID subscription = Api.id(Api.subscribe(Map.of(
                    "organisation",
                    organisation,
                    "name",
                    "Border desk",
                    "channel",
                    Map.of("type", "email", "address", reader),
                    "filter",
                    Map.of("categories", List.of(other.category(), third.category(), alert.category())),
                    "delivery",
                    Map.of("mode", "hourly", "timeZone", "Asia/Kabul", "dailyCap", 5),
                    "language",
                    language,
                    "confirmed",
                    true)));
            other.publish("opened", 1);
            other.publish("updated", 2);
            third.publish("opened", 1, content -> content.put("severity", 40)
                    .put("band", "MODERATE")
                    .put("title", "پاکستان گذرگاه تورخم را بست"));
            await().until(() -> Api.admin()
                            .get("/api/v1/deliveries?subscription=" + subscription)
                            .jsonPath()
                            .getList("items")
                            .size()
                    == 3);
            clock.advance(Duration.ofHours(1));
            await().until(() -> {
                clock.advance(Duration.ofSeconds(1));
                return !mailServer.to(reader).isEmpty();
            });
            keep("digest-" + language, mailServer.to(reader).get(0));
            for (PublicLinks.Page page : PublicLinks.Page.values()) {
                String url = links.url(page, subscription);
                String path = url.substring(url.indexOf('/', "https://".length()));
                keep(
                        "page-" + page.name().toLowerCase(Locale.ROOT) + "-" + language,
                        RestAssured.get(path).then().statusCode(200).extract().asString());
            }
            clock.reset();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es"})
    void theLetterThatAsksForConfirmationSpeaksItsReadersLanguage(String language) throws IOException {
        String reader = "reader-" + UUID.randomUUID() + "@example.org";
        Api.subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", reader),
                "filter",
                onlyThisAlert(),
                "language",
                language));

        ReceivedMail mail = mailServer.await(reader, 1).get(0);
        assertThat(mail.html()).contains("lang=\"" + language + "\"");
        assertThat(mail.subject()).isEqualTo(mail.subject().strip()).isNotEmpty();
        if (!language.equals("en")) {
            assertThat(mail.text()).doesNotContain("Somebody asked");
        }
        keep("confirmation-" + language, mail);
    }

    private static void keep(String name, ReceivedMail mail) throws IOException {
        keep(name, mail.html());
    }

    private static void keep(String name, String html) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target", "mails")).resolve(name + ".html"), html);
    }
}
