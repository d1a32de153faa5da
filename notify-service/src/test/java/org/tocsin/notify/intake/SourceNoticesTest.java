package org.tocsin.notify.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import jakarta.inject.Inject;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subethamail.smtp.RejectException;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServer;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.notify.testing.ReceivedMail;
import org.tocsin.notify.testing.ServiceTest;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TocsinStack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who is told that a source fell silent, or is heard again, and how. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class SourceNoticesTest extends ServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SILENT = "org.tocsin.source.silent.v1";
    private static final String RESUMED = "org.tocsin.source.resumed.v1";

    @Inject
    MutableClock clock;

    private final String id = UUID.randomUUID().toString();
    /** A source that no other test has. */
    private final String source = "Hirmand " + id;

    private KafkaProbe sources;

    @BeforeEach
    void openTopic() {
        sources = KafkaProbe.open("sources");
    }

    @AfterEach
    void closeTopic() {
        sources.close();
    }

    @Test
    void whoReliesOnASourceIsTold() {
        String inList = reader("list", Map.of("sources", List.of("Another", source.toUpperCase(Locale.ROOT))), "own");
        String inExpression = reader(
                "expression",
                Map.of("expression", "severity >= 90 AND (country = AF OR NOT source = \"" + source + "\")"),
                "own");
        String all = reader("all", Map.of("categories", List.of("NOTHING")), "all");
        String none = reader("none", Map.of("sources", List.of(source)), "none");
        String unconcerned = reader("unconcerned", Map.of("sources", List.of("Another")), "own");

        publish(SILENT);

        assertThat(theMail(inList).text())
                .contains("“" + source + "” has had nothing new since 14 Jul 2025")
                .contains("its longest usual pause is 9 hours")
                .contains("You are told because the subscription “list” names this source.");
        assertThat(theMail(inExpression).subject()).isEqualTo("Source is silent: " + source);
        assertThat(theMail(all).text()).contains("the subscription “all” asks for notices on all sources");
        // All was planned in one transaction, so nobody else is owed anything.
        assertThat(mailServer.to(none)).isEmpty();
        assertThat(mailServer.to(unconcerned)).isEmpty();
        assertThat(deliveries(none)).isEmpty();
        assertThat(deliveries(unconcerned)).isEmpty();
        assertThat(deliveries(inList)).hasSize(1);
        Map<String, Object> delivery = deliveries(inList).get(0);
        assertThat(delivery).containsEntry("kind", "SOURCE").doesNotContainKeys("alert", "version");
        assertThat(delivery.get("about"))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
                .containsEntry("state", "QUIET")
                .containsEntry("sourceId", id);
    }

    @Test
    void forAWebhookTheContactsAreToldOnceEach() {
        String contact = "contact-" + UUID.randomUUID() + "@example.org";
        UUID owners = UUID.fromString(Api.admin()
                .body(Map.of(
                        "name",
                        "Owners " + UUID.randomUUID(),
                        "contacts",
                        List.of(Map.of("name", "One", "email", contact), Map.of("name", "Two", "email", address))))
                .post("/api/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        Api.webhook(owners, receiver.url("/one"), Map.of("sources", List.of(source)));
        Api.webhook(owners, receiver.url("/two"), Map.of("sources", List.of(source)));
        Api.email(owners, address, Map.of("sources", List.of(source)));

        publish(SILENT);
        ReceivedMail told = theMail(contact);
        ReceivedMail subscriber = theMail(address);
        publish(RESUMED);
        mailServer.await(contact, 2);
        mailServer.await(address, 2);

        assertThat(told.header("List-Unsubscribe")).as("would end the webhook").isNull();
        assertThat(subscriber.header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mailServer.to(contact)).hasSize(2);
        assertThat(mailServer.to(address)).hasSize(2);
        assertThat(mailServer.to(contact).get(1).text())
                .contains("“" + source + "” is heard again since 15 Jul 2025")
                .contains("It had been silent since 14 Jul 2025");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void whoHasNotConfirmedOrHasPausedIsNotTold() {
        String paused = reader("paused", Map.of("sources", List.of(source)), "own", Map.of("state", "PAUSED"));
        String unconfirmed =
                reader("unconfirmed", Map.of("sources", List.of(source)), "own", Map.of("confirmed", false));
        String over = reader(
                "over",
                Map.of("sources", List.of(source)),
                "own",
                Map.of("validUntil", Instant.parse("2025-01-01T00:00:00Z").toString()));
        String active = reader("active", Map.of("sources", List.of(source)), "own");

        publish(SILENT);
        theMail(active);

        assertThat(deliveries(paused)).isEmpty();
        assertThat(deliveries(over)).isEmpty();
        assertThat(deliveries(unconfirmed))
                .extracting(delivery -> delivery.get("kind"))
                .containsExactly("CONFIRMATION");
    }

    @Test
    void theSameEventTwiceMakesOneMail() {
        String reader = reader("reader", Map.of("sources", List.of(source)), "own");
        String event = publish(SILENT);
        theMail(reader);
        sources.publish(event, id, SILENT, json(SILENT, data -> {}));
        publish(RESUMED);

        mailServer.await(reader, 2);
        // Events of one source keep their order: the repetition has been read by now.
        assertThat(mailServer.to(reader))
                .extracting(ReceivedMail::subject)
                .containsExactlyInAnyOrder("Source is silent: " + source, "Source is back: " + source);
        assertThat(deliveries(reader)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "sourceId", "state", "since", "usualPause"})
    void aBadEventGoesToTheDeadLettersAndHoldsUpNobody(String field) {
        String reader = reader("reader", Map.of("sources", List.of(source)), "own");
        String missing = sources.publish(id, SILENT, json(SILENT, data -> data.remove(field)));
        String wrong = sources.publish(id, SILENT, json(SILENT, data -> data.put(field, "¿")));
        String type = sources.publish(id, "org.tocsin.source.moved.v1", json(SILENT, data -> {}));
        String mixed = sources.publish(id, RESUMED, json(SILENT, data -> {}));
        publish(SILENT);

        theMail(reader);
        List<String> dead =
                Api.admin().get("/api/v1/dead-letters?limit=100").jsonPath().getList("items.event.id");
        assertThat(dead).contains(missing, type, mixed);
        // Any text is a name; it is the name of another source then.
        assertThat(dead.contains(wrong)).isEqualTo(!field.equals("name"));
        assertThat(mailServer.to(reader)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en,ltr,9 hours",
        "fa,rtl,۹ ساعت",
        "fa-AF,rtl,۹ ساعت",
        "ps,rtl,۹ ساعته",
        "ur,rtl,9 گھنٹے",
        "ar,rtl,ساعات",
        "tr,ltr,9 saat",
        "de,ltr,9 Stunden",
        "fr,ltr,heures",
        "es,ltr,9 horas",
    })
    void theMailSpeaksTheLanguageOfItsReader(String language, String direction, String pause) throws IOException {
        String reader = reader(
                language,
                Map.of("sources", List.of(source)),
                "own",
                Map.of("language", language, "delivery", Map.of("timeZone", "Asia/Kabul")));
        publish(SILENT);

        ReceivedMail mail = theMail(reader);
        assertThat(mail.html()).contains("lang=\"" + language + "\" dir=\"" + direction + "\"");
        assertThat(mail.text()).contains(pause).contains(source);
        Path folder = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(folder.resolve("source-" + language + ".html"), mail.html());
        sources.publish(id, SILENT, json(SILENT, data -> data.put("state", "FAILING")));
        mailServer.await(reader, 2);
        sources.publish(id, SILENT, json(SILENT, data -> data.put("state", "GONE")));
        mailServer.await(reader, 3);
        publish(RESUMED);
        assertThat(mailServer.await(reader, 4)).extracting(ReceivedMail::text).doesNotHaveDuplicates();
        for (int i = 1; i < 4; i++) {
            Files.writeString(
                    folder.resolve("source-" + language + "-" + i + ".txt"),
                    mailServer.to(reader).get(i).text());
        }
    }

    @Test
    void persianMailHasPersianDigitsAndDates() {
        String reader = reader("fa", Map.of("sources", List.of(source)), "own", Map.of("language", "fa"));
        publish(SILENT);

        assertThat(theMail(reader).text()).contains("۲۳ تیر ۱۴۰۴").contains("۹ ساعت است");
    }

    @Test
    void aServerThatPutsOffGetsTheSameMailLater() {
        String reader = reader("reader", Map.of("sources", List.of(source)), "own");
        AtomicInteger calls = new AtomicInteger();
        mailServer.behave(new MailServer.Behaviour() {
            @Override
            public void recipient(String recipient) throws RejectException {
                if (recipient.equals(reader) && calls.incrementAndGet() == 1) {
                    throw new RejectException(450, "come back later");
                }
            }
        });
        publish(SILENT);

        assertThat(theMail(reader).text()).contains("has had nothing new");
        await().until(() -> "DELIVERED".equals(deliveries(reader).get(0).get("status")));
        assertThat(mailServer.to(reader)).hasSize(1);
    }

    @Test
    void whatIsOverByTheEndOfQuietHoursIsToldInOneMail() {
        String reader = readerAtRest();
        publish(SILENT);
        publish(RESUMED);
        await().until(() -> deliveries(reader).size() == 2);
        assertThat(mailServer.to(reader)).isEmpty();

        clock.advance(Duration.ofHours(2));
        await().until(() -> {
            clock.advance(Duration.ofSeconds(1));
            return !mailServer.to(reader).isEmpty();
        });
        assertThat(theMail(reader).subject()).isEqualTo("Source is back: " + source);
        assertThat(deliveries(reader))
                .extracting(delivery -> delivery.get("status"))
                .contains("FOLDED");
        assertThat(mailServer.to(reader)).hasSize(1);
    }

    @Test
    void whoPausesBeforeItIsToldIsNotToldLater() {
        String reader = readerAtRest();
        publish(SILENT);
        await().until(() -> deliveries(reader).size() == 1);
        Map<String, Object> body = new HashMap<>(subscriptions.get(reader));
        body.put("state", "PAUSED");
        Api.admin()
                .body(body)
                .put("/api/v1/subscriptions/" + ids.get(reader))
                .then()
                .statusCode(200);

        assertThat(deliveries(reader))
                .extracting(delivery -> delivery.get("status"))
                .containsExactly("CANCELLED");
    }

    private final Map<String, Map<String, Object>> subscriptions = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();

    private String reader(String name, Map<String, Object> filter, String notices) {
        return reader(name, filter, notices, Map.of());
    }

    /** A reader of the source whose quiet hours began an hour ago and last an hour more. */
    private String readerAtRest() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        Map<String, String> hours = Map.of(
                "from", now.minusHours(1).toString(), "to", now.plusHours(1).toString());
        return reader(
                "reader", Map.of("sources", List.of(source)), "own", Map.of("delivery", Map.of("quietHours", hours)));
    }

    /** Subscribes an address of its own and returns it. */
    private String reader(String name, Map<String, Object> filter, String notices, Map<String, Object> more) {
        String reader = name + "-" + UUID.randomUUID() + "@example.org";
        Map<String, Object> body = new HashMap<>(Map.of(
                "organisation",
                organisation,
                "name",
                name,
                "channel",
                Map.of("type", "email", "address", reader),
                "filter",
                filter,
                "sourceNotices",
                notices,
                "confirmed",
                true));
        body.putAll(more);
        subscriptions.put(reader, body);
        ids.put(reader, Api.id(Api.subscribe(body)));
        return reader;
    }

    private List<Map<String, Object>> deliveries(String reader) {
        return Api.admin()
                .get("/api/v1/deliveries?subscription=" + ids.get(reader))
                .jsonPath()
                .getList("items");
    }

    /** The first mail on this test's source. */
    private ReceivedMail theMail(String reader) {
        return mailServer.awaitOne(reader, mail -> mail.subject().contains(source));
    }

    private String publish(String type) {
        return sources.publish(id, type, json(type, data -> {}));
    }

    private String json(String type, Consumer<ObjectNode> change) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(EventContract.example(type));
            data.put("sourceId", id).put("name", source);
            change.accept(data);
            return JSON.writeValueAsString(data);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
