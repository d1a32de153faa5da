package org.tocsin.monitor.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class DocumentResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void theSameReportIsOneDocument() {
        Map<String, Object> document = document("Same text");
        String id = accepted(document);

        document.put("url", document.get("url") + "?utm_source=mail#top");
        assertThat(accepted(document)).isEqualTo(id);
        document.put("text", "Other text");
        assertThat(accepted(document)).isNotEqualTo(id);
    }

    @Test
    void anAcceptedDocumentCanBeReadBack() {
        Map<String, Object> document = document("Zero\u200Cwidth \u202Bbidi\u202C and NUL\u0000 and half\uD83D end");
        String id = accepted(document);

        Api.as(Roles.READER)
                .get("/api/v1/documents/" + id)
                .then()
                .statusCode(200)
                .body("text", equalTo("Zero\u200Cwidth \u202Bbidi\u202C and NUL and half\uFFFD end"))
                .body("publishedAt", equalTo("2025-07-14T06:20:00Z"));
    }

    @Test
    void concurrentSendersMakeOneSource() throws Exception {
        String name = "Concurrent " + UUID.randomUUID();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> posts = IntStream.range(0, 24)
                    .mapToObj(i -> (Callable<String>) () -> {
                        Map<String, Object> document = document("Text " + i);
                        document.put("source", Map.of("name", name));
                        return accepted(document);
                    })
                    .toList();
            List<String> sources = new ArrayList<>();
            for (Future<String> id : senders.invokeAll(posts)) {
                sources.add(Api.as(Roles.READER)
                        .get("/api/v1/documents/" + id.get())
                        .then()
                        .extract()
                        .path("sourceId"));
            }
            assertThat(sources).hasSize(24).containsOnly(sources.get(0));
        } finally {
            senders.shutdown();
        }
    }

    @Test
    void aBadLineNeverCostsTheGoodOnes() {
        String good = json(document("Line one"));
        String tooLong = "{\"text\":\"" + "x".repeat(DocumentService.DOCUMENT_LIMIT) + "\"}";
        String body =
                String.join("\n", good, "{broken", tooLong, "", "{\"url\":\"ftp://x\"}", json(document("Line six")));

        lines(body)
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(3))
                .body("ids.size()", equalTo(2))
                .body("problems.line", equalTo(List.of(2, 3, 5)))
                .body("problems.status", equalTo(List.of(400, 413, 422)))
                .body("problems[2].errors.pointer", hasItem("/url"));
    }

    @Test
    void takesThousandsInOneRequest() {
        String body = IntStream.range(0, 3_000)
                .mapToObj(i -> json(document("Mass " + i)))
                .collect(Collectors.joining("\n"));

        lines(body).statusCode(202).body("accepted", equalTo(3_000)).body("repeated", equalTo(0));
        lines(body).statusCode(202).body("accepted", equalTo(3_000)).body("repeated", equalTo(3_000));
    }

    @Test
    void refusesWhatIsTooLarge() {
        Api.as(Roles.INGEST)
                .body("{\"text\":\"" + "x".repeat(DocumentService.DOCUMENT_LIMIT) + "\"}")
                .post("/api/v1/documents")
                .then()
                .statusCode(413)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{broken | 400", "`` | 400", "null | 400", "[] | 400", "{} | 422", "{\"url\":{}} | 400"})
    void refusesWhatItCannotRead(String body, int status) {
        Api.as(Roles.INGEST)
                .body(body)
                .post("/api/v1/documents")
                .then()
                .statusCode(status)
                .contentType(PROBLEM);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Api.as(Roles.INGEST)
                .body("{\"url\":\"javascript:alert(1)\",\"publishedAt\":\"soon\",\"text\":\" \"}")
                .post("/api/v1/documents")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors.pointer", equalTo(List.of("/url", "/text", "/publishedAt", "/source/name")));
    }

    @Test
    void needsATokenOfTheRightRole() {
        String body = json(document("Text"));

        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/documents")
                .then()
                .statusCode(401);
        Api.as(Roles.READER).body(body).post("/api/v1/documents").then().statusCode(403);
        Api.as(Roles.READER)
                .get("/api/v1/documents/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    private static Map<String, Object> document(String text) {
        Map<String, Object> document = new HashMap<>();
        document.put("url", "https://news.example.org/" + UUID.randomUUID());
        document.put("title", "Title");
        document.put("text", text);
        document.put("publishedAt", "2025-07-14T06:20:00Z");
        document.put("source", Map.of("name", "Rest Daily"));
        return document;
    }

    private static String accepted(Map<String, Object> document) {
        return Api.as(Roles.INGEST)
                .body(document)
                .post("/api/v1/documents")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static ValidatableResponse lines(String body) {
        return Api.as(Roles.INGEST)
                .contentType(DocumentResource.NDJSON)
                .body(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/documents")
                .then();
    }

    private static String json(Map<String, Object> document) {
        return document.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + value(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        return value instanceof Map<?, ?> map ? "{\"name\":\"" + map.get("name") + "\"}" : "\"" + value + "\"";
    }
}
