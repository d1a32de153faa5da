package org.tocsin.monitor.document;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

import static org.assertj.core.api.Assertions.assertThat;

/** From an accepted document to its signal on the topic. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class DocumentFlowTest {

    private static final String TEXT =
            "Iran expelled more than 29,000 Afghans in one day through the crossing near Zabol, border officials said.";

    @Test
    void aDocumentBecomesASignal() {
        try (KafkaProbe documents = KafkaProbe.open("documents");
                KafkaProbe signals = KafkaProbe.open("signals")) {
            String id = RestAssured.given()
                    .header("Authorization", TestTokens.bearer(Roles.INGEST))
                    .contentType(ContentType.JSON)
                    .body(Map.of(
                            "url", "https://news.example.org/flow/1?utm_source=x",
                            "title", "Iran expels tens of thousands of Afghans a day",
                            "text", TEXT,
                            "language", "en",
                            "publishedAt", "2025-07-14T06:20:00Z",
                            "source", Map.of("name", "Flow Daily")))
                    .post("/api/v1/documents")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");

            ConsumerRecord<String, byte[]> received = about(id, documents.awaitThat(found -> holds(id, found)));
            ConsumerRecord<String, byte[]> signal = about(id, signals.awaitThat(found -> holds(id, found)));

            assertThat(KafkaProbe.header(received, "ce_type")).isEqualTo(DocumentReceived.TYPE);
            assertThat(EventContract.violations(DocumentReceived.TYPE, received.value()))
                    .isEmpty();
            assertThat(signal.key()).isEqualTo("MASS_DEPORTATION/IR");
            assertThat(EventContract.violations("org.tocsin.signal.detected.v1", signal.value()))
                    .isEmpty();
        }
    }

    private static boolean holds(String id, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().anyMatch(record -> new String(record.value()).contains(id));
    }

    private static ConsumerRecord<String, byte[]> about(String id, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> new String(record.value()).contains(id))
                .findFirst()
                .orElseThrow();
    }
}
