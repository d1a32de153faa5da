package org.tocsin.monitor.feedback;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class PrecisionTest {

    private final String rule = "precision-" + UUID.randomUUID();
    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");

    @Test
    void countsWhatPeopleSaidOfAlerts() {
        addRule();
        String good = signal();
        String bad = signal();
        signal();
        try (KafkaProbe alerts = KafkaProbe.open("alerts")) {
            UUID acknowledged = UUID.randomUUID();
            UUID retracted = UUID.randomUUID();
            tell(alerts, acknowledged, 1, "OPEN", good);
            tell(alerts, acknowledged, 2, "ACKNOWLEDGED", good);
            tell(alerts, acknowledged, 3, "CLOSED", good);
            tell(alerts, retracted, 2, "RETRACTED", bad);
            // An older version that comes late says nothing new.
            tell(alerts, retracted, 1, "OPEN", bad);
            awaitCounts(3, 1, 1, 0.5f);

            tell(alerts, retracted, 3, "OPEN", bad);
            awaitCounts(3, 1, 0, 1.0f);
        }
    }

    @Test
    void whatCannotBeUnderstoodGoesAside() {
        try (KafkaProbe alerts = KafkaProbe.open("alerts");
                KafkaProbe letters = KafkaProbe.open("alerts.monitor.dlq")) {
            alerts.publish(null, "org.tocsin.alert.opened.v1", "{broken");
            alerts.publish(null, "org.tocsin.alert.opened.v1", "{\"alert\": {\"id\": \"1\"}}");
            alerts.publish(null, "org.example.unknown.v1", "{}");

            assertThat(letters.await(3)).hasSize(3);
        }
        Api.as(Roles.READER).get("/api/v1/rules/precision?since=once").then().statusCode(422);
        Api.as(Roles.INGEST).get("/api/v1/rules/precision").then().statusCode(403);
    }

    private void awaitCounts(int signals, int acknowledged, int retracted, float precision) {
        await().untilAsserted(() -> assertThat(Api.as(Roles.READER)
                        .get("/api/v1/rules/precision?rule=" + rule)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Map<String, Object>>path("items[0]"))
                .containsEntry("version", 1)
                .containsEntry("signals", signals)
                .containsEntry("acknowledged", acknowledged)
                .containsEntry("retracted", retracted)
                .containsEntry("precision", precision));
    }

    private static void tell(KafkaProbe alerts, UUID alert, int version, String status, String document) {
        alerts.publish(
                alert.toString(),
                "org.tocsin.alert.updated.v1",
                """
                {"alert": {"id": "%s", "version": %d, "category": "TEST_CATEGORY", "status": "%s",
                           "reports": [{"documentId": "%s"}]}}
                """
                        .formatted(alert, version, status, document));
    }

    private void addRule() {
        Api.as(Roles.EDITOR)
                .body(Map.of(
                        "format",
                        1,
                        "id",
                        rule,
                        "category",
                        "TEST_CATEGORY",
                        "title",
                        "A rule of a test",
                        "threshold",
                        1.0,
                        "patterns",
                        Map.of("en", java.util.List.of(Map.of("match", word, "weight", 1.0)))))
                .post("/api/v1/rules")
                .then()
                .statusCode(201);
    }

    /** Sends a document that the rule fires on and answers its id once that is known. */
    private String signal() {
        String id = Api.as(Roles.INGEST)
                .body(Map.of(
                        "url",
                        "https://news.example.org/" + UUID.randomUUID(),
                        "title",
                        "Of a test",
                        "text",
                        "It was " + word + ".",
                        "language",
                        "en",
                        "source",
                        Map.of("name", "Precision Daily")))
                .post("/api/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().until(() -> !Api.as(Roles.READER)
                .get("/api/v1/signals?documentId=" + id)
                .then()
                .extract()
                .<java.util.List<Object>>path("items")
                .isEmpty());
        return id;
    }
}
