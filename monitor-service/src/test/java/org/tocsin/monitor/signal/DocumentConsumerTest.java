package org.tocsin.monitor.signal;

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
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class DocumentConsumerTest {

    private static final String TYPE = "org.tocsin.document.received.v1";

    @Test
    void whatCannotBeReadGoesAsideAndTheRestGoesOn() {
        try (KafkaProbe documents = KafkaProbe.open("documents");
                KafkaProbe letters = KafkaProbe.open("documents.monitor.dlq")) {
            documents.publish(null, TYPE, "{broken");
            documents.publish(null, TYPE, "{\"documentId\":\"" + UUID.randomUUID() + "\"}");
            documents.publish(null, "org.example.unknown.v1", "{}");
            documents.write(null, Map.of(), new byte[] {1, 2, 3});
            documents.write(null, Map.of(), null);
            String id = post();

            assertThat(letters.await(5)).hasSize(5);
            await().until(() -> Api.as(Roles.READER)
                            .get("/api/v1/documents/" + id + "/reading")
                            .statusCode()
                    == 200);
            Api.as(Roles.READER)
                    .get("/api/v1/signals?documentId=" + id)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(1), "items[0].country", equalTo("IR"));
        }
    }

    private static String post() {
        return Api.as(Roles.INGEST)
                .body(Map.of(
                        "url",
                        "https://news.example.org/" + UUID.randomUUID(),
                        "title",
                        "Iran expels Afghans",
                        "text",
                        "Iran expelled more than 29,000 Afghans in one day near Zabol.",
                        "source",
                        Map.of("name", "Consumer Daily")))
                .post("/api/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
