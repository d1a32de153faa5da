package org.tocsin.monitor.window;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** From documents to the signal of their window, with a real broker and database. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class WindowFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String rule = "test-" + UUID.randomUUID();
    private final String word = "zorb" + rule.substring(5, 13).replaceAll("[0-9-]", "x");

    @AfterEach
    void disable() {
        Api.as(Roles.EDITOR).delete("/api/v1/rules/" + rule);
    }

    @Test
    void aSilentRuleFiresOnItsWindowAndTellsWhatItHeldBack() {
        define("{length: 7d, single: silent, sources: 3}");
        String first = post("one", "2025-07-01T10:00:00Z", 1);
        String second = post("two", "2025-07-02T10:00:00Z", 2);
        awaitReading(first);
        awaitReading(second);
        assertThat(signals(first)).isEmpty();
        Api.as(Roles.READER)
                .get("/api/v1/documents/" + second + "/reading")
                .then()
                .body("rejected.rule", hasItem(rule), "rejected.reason", hasItem(containsString("silent")));

        try (KafkaProbe probe = KafkaProbe.open("signals")) {
            String third = post("three", "2025-07-03T10:00:00Z", 3);
            await(() -> signals(first).size() == 1
                    && signals(second).size() == 1
                    && signals(third).size() == 1);

            Api.as(Roles.READER)
                    .get("/api/v1/signals?documentId=" + third + "&rule=" + rule)
                    .then()
                    .body(
                            "items.kind", contains("WINDOW"),
                            "items[0].window.condition", equalTo("sources"),
                            "items[0].window.measure", equalTo(3f),
                            "items[0].window.level", equalTo(3f),
                            "items[0].window.mentions.documentId", contains(first, second, third),
                            "items[0].window.explanation", containsString("3 independent sources in 3 reports"));
            Api.as(Roles.READER)
                    .get("/api/v1/signals?documentId=" + first + "&rule=" + rule)
                    .then()
                    .body("items.kind", contains("RULE"), "items[0].window", nullValue());
            ConsumerRecord<String, byte[]> event =
                    probe.awaitThat(records -> records.stream().anyMatch(record -> holds(record, third))).stream()
                            .filter(record -> holds(record, third))
                            .findFirst()
                            .orElseThrow();
            assertThat(EventContract.violations("org.tocsin.signal.detected.v1", event.value()))
                    .isEmpty();
        }

        // What follows while the window has fired is told, and the window does not fire again.
        String fourth = post("four", "2025-07-04T10:00:00Z", 4);
        await(() -> signals(fourth).size() == 1);
        Api.as(Roles.READER)
                .get("/api/v1/signals?documentId=" + fourth + "&rule=" + rule)
                .then()
                .body("items.kind", contains("RULE"));
    }

    @Test
    void whoeverComesLateIsCountedWhereItBelongs() {
        define("{length: 2d, single: silent, sources: 2}");
        String early = post("one", "2025-07-01T00:00:00Z", 1);
        String later = post("two", "2025-07-04T00:00:00Z", 2);
        awaitReading(early);
        awaitReading(later);
        assertThat(signals(early)).isEmpty();
        assertThat(signals(later)).isEmpty();

        String between = post("three", "2025-07-02T12:00:00Z", 3);
        await(() -> signals(between).size() == 1);

        Api.as(Roles.READER)
                .get("/api/v1/signals?rule=" + rule)
                .then()
                .body(
                        "items.findAll { it.kind == 'WINDOW' }.documentId", contains(between),
                        "items.documentId", hasItems(early, later));
    }

    @Test
    void aReportThatIsReadTwiceCountsOnce() {
        define("{length: 7d, single: silent, sources: 2}");
        String only = post("one", "2025-07-01T00:00:00Z", 1);
        awaitReading(only);
        try (KafkaProbe documents = KafkaProbe.open("documents")) {
            documents.publish(null, "org.tocsin.document.received.v1", "{\"documentId\":\"" + only + "\"}");
        }
        String twice = post("one", "2025-07-01T01:00:00Z", 2);
        awaitReading(twice);
        assertThat(signals(twice)).isEmpty();

        String other = post("two", "2025-07-01T02:00:00Z", 3);
        await(() -> signals(other).size() == 1);
        Api.as(Roles.READER)
                .get("/api/v1/signals?documentId=" + other + "&rule=" + rule)
                .then()
                .body("items[0].window.mentions", hasSize(3), "items[0].window.measure", equalTo(2f));
    }

    @Test
    void figuresOfAWindowAreHeldAgainstItsLevel() {
        define("{length: 7d, figure: {from: 1000, by: reconciled, actions: [DEPORTED]}}");
        String large = post("one", "2025-07-01T00:00:00Z", 5_000);
        await(() -> signals(large).size() == 1);
        String second = post("two", "2025-07-02T00:00:00Z", 1_200);
        await(() -> signals(second).size() == 2);

        Api.as(Roles.READER)
                .get("/api/v1/signals?documentId=" + second + "&rule=" + rule)
                .then()
                .body(
                        "items.find { it.kind == 'WINDOW' }.window.measure", equalTo(1200f),
                        "items.find { it.kind == 'WINDOW' }.window.mentions.people", contains(5000, 1200),
                        "items.kind", hasItems("RULE", "WINDOW"));
    }

    @Test
    void analysisTellsThatASilentRuleWouldCount() {
        define("{length: 7d, single: silent, sources: 2}");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> Api.as(Roles.READER)
                .body(Map.of("text", "The " + word + " came.", "language", "en"))
                .post("/api/v1/analyze")
                .then()
                .statusCode(200)
                .body("rejected.rule", hasItem(rule), "signals.rule", not(hasItem(rule))));
    }

    @Test
    void aWindowThatMakesNoSenseIsRefusedWithPointers() {
        Map<String, Set<String>> bad = new HashMap<>();
        bad.put("{length: 7d}", Set.of("/window"));
        bad.put("{sources: 2}", Set.of("/window/length"));
        bad.put("{length: 91d, sources: 1}", Set.of("/window/length", "/window/sources"));
        bad.put(
                "{length: 0h, sources: 2.5, single: quiet}",
                Set.of("/window/length", "/window/sources", "/window/single"));
        bad.put("{length: 7d, sources: 2, release: 2, colour: red}", Set.of("/window/release", "/window/colour"));
        bad.put(
                "{length: 7d, figure: {from: -1, by: guess}}",
                Set.of("/window/figure/from", "/window/figure/by", "/window/figure/actions"));
        bad.put("{length: 7d, figure: {from: 1, actions: [EATEN]}}", Set.of("/window/figure/actions"));
        bad.put("seven days", Set.of("/window"));
        bad.forEach((window, pointers) -> Api.as(Roles.EDITOR)
                .contentType("application/yaml")
                .body(yaml(window).getBytes(UTF_8))
                .post("/api/v1/rules")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems(pointers.toArray(String[]::new))));
    }

    private void define(String window) {
        Api.as(Roles.EDITOR)
                .contentType("application/yaml")
                .body(yaml(window).getBytes(UTF_8))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
    }

    private String yaml(String window) {
        return """
                format: 1
                id: %s
                category: TEST_CATEGORY
                title: A rule of a test
                patterns:
                  en:
                    - { match: %s, weight: 1.0 }
                window: %s
                """
                .formatted(rule, word, window);
    }

    private String post(String source, String publishedAt, int people) {
        String text = "The " + word + " came and Iran deported " + people + " Afghans, said " + source + ".";
        return Api.as(Roles.INGEST)
                .body(Map.of(
                        "url",
                        "https://news.example.org/" + UUID.randomUUID(),
                        "title",
                        "The " + word,
                        "text",
                        text,
                        "language",
                        "en",
                        "publishedAt",
                        publishedAt,
                        "source",
                        Map.of("name", rule + " " + source)))
                .post("/api/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void awaitReading(String document) {
        await(() -> Api.as(Roles.READER)
                        .get("/api/v1/documents/" + document + "/reading")
                        .statusCode()
                == 200);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).until(condition);
    }

    /** The rule's signals of a document; seeds may find something in it too. */
    private List<Object> signals(String document) {
        return Api.as(Roles.READER)
                .get("/api/v1/signals?documentId=" + document + "&rule=" + rule)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private boolean holds(ConsumerRecord<String, byte[]> record, String document) {
        String text = new String(record.value(), UTF_8);
        return text.contains("\"id\":\"" + document) && text.contains("\"WINDOW\"");
    }
}
