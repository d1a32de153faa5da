package org.tocsin.monitor.backtest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class BacktestTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DAY = "?from=2024-03-01T00:00:00Z&to=2024-03-02T00:00:00Z";

    private final String word = "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "x");
    private final String id = "backtest-" + UUID.randomUUID();

    @Test
    void comparesARuleWithItsLiveVersion() throws IOException {
        rule(word + "old").post("/api/v1/rules").then().statusCode(201);
        document("It was " + word + "old.", "2024-03-01T10:00:00Z");
        document("It was " + word + "new.", "2024-03-01T11:00:00Z");
        document("It was " + word + "old and " + word + "new.", "2024-03-01T12:00:00Z");
        document("It was " + word + "new, a day late.", "2024-03-02T12:00:00Z");

        List<JsonNode> lines = lines(rule(word + "new")
                .post("/api/v1/rules/backtest" + DAY)
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(lines.get(0).path("type").asText()).isEqualTo("started");
        assertThat(lines.get(0).path("liveVersion").asInt()).isEqualTo(1);
        assertThat(lines.stream().filter(line -> line.has("document")).map(line -> line.path("type")
                        .asText()))
                .containsExactly("no-longer-fires", "newly-fires", "fires");
        JsonNode newly = lines.stream()
                .filter(line -> line.path("type").asText().equals("newly-fires"))
                .findFirst()
                .orElseThrow();
        assertThat(newly.at("/candidate/trace/0/hits/0/quote").asText()).isEqualTo(word + "new");
        assertThat(newly.at("/live/fires").asBoolean(true)).isFalse();
        JsonNode finished = lines.get(lines.size() - 1);
        assertThat(finished.path("type").asText()).isEqualTo("finished");
        assertThat(finished.path("cancelled").asBoolean(true)).isFalse();
        assertThat(finished.path("newlyFires").asInt()).isEqualTo(1);
        assertThat(finished.path("noLongerFires").asInt()).isEqualTo(1);
    }

    @Test
    void triesAStoredVersionThatIsDisabled() throws IOException {
        rule(word).post("/api/v1/rules").then().statusCode(201);
        Api.as(Roles.EDITOR).delete("/api/v1/rules/" + id).then().statusCode(204);
        document("It was " + word + ".", "2024-03-01T10:00:00Z");

        List<JsonNode> lines = lines(Api.as(Roles.EDITOR)
                .post("/api/v1/rules/" + id + "/backtest" + DAY + "&language=EN&version=1")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(lines.get(0).path("liveVersion").isNull()).isTrue();
        assertThat(lines.get(lines.size() - 1).path("newlyFires").asInt()).isEqualTo(1);
        assertThat(lines(Api.as(Roles.EDITOR)
                        .post("/api/v1/rules/" + id + "/backtest" + DAY + "&country=xx")
                        .asString()))
                .hasSize(2);
    }

    @Test
    void whatCannotBeTriedIsRefused() {
        rule("a*b")
                .post("/api/v1/rules/backtest")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/patterns/en/0"));
        rule("a")
                .post("/api/v1/rules/backtest?from=yesterday&source=1&country=1&language=1")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("?from"))
                .body("errors.pointer", hasItem("?source"))
                .body("errors.pointer", hasItem("?country"))
                .body("errors.pointer", hasItem("?language"));
        rule("a")
                .post("/api/v1/rules/backtest?from=2024-03-02T00:00:00Z&to=2024-03-01T00:00:00Z")
                .then()
                .statusCode(422);
        Api.as(Roles.EDITOR).body("{").post("/api/v1/rules/backtest").then().statusCode(400);
        Api.as(Roles.READER).body("{}").post("/api/v1/rules/backtest").then().statusCode(403);
        Api.as(Roles.EDITOR).post("/api/v1/rules/no-such-rule/backtest").then().statusCode(404);
        Api.as(Roles.EDITOR)
                .delete("/api/v1/rules/backtests/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    /** Many pages, of which the caller reads as it likes: the rest waits, and ends when it is told to. */
    @Test
    void endsWhenItIsToldToAndWhenNobodyListens() throws IOException, InterruptedException {
        documents(2_000);

        try (Answer answer = Answer.open(id, word)) {
            String run = answer.line().path("run").asText();
            rule("other").post("/api/v1/rules/backtest").then().statusCode(409);
            Api.as(Roles.EDITOR).delete("/api/v1/rules/backtests/" + run).then().statusCode(204);
            JsonNode last = answer.last();
            assertThat(last.path("cancelled").asBoolean(false)).isTrue();
            assertThat(last.path("read").asInt()).isLessThan(2_000);
        }
        try (Answer answer = Answer.open(id, word)) {
            assertThat(answer.line().path("type").asText()).isEqualTo("started");
        }
        await().until(() -> Api.as(Roles.EDITOR)
                        .contentType("application/yaml")
                        .body(definition("other").getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/rules/backtest?from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z")
                        .statusCode()
                == 200);
    }

    /** An answer that is read line by line. */
    private record Answer(BufferedReader reader) implements AutoCloseable {

        static Answer open(String id, String word) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port
                            + "/api/v1/rules/backtest?from=2023-01-01T00:00:00Z&to=2023-12-01T00:00:00Z"))
                    .header("Authorization", TestTokens.bearer(Roles.EDITOR))
                    .header("Content-Type", "application/yaml")
                    .POST(HttpRequest.BodyPublishers.ofString(definition(id, word)))
                    .build();
            HttpResponse<InputStream> response = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            return new Answer(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        }

        JsonNode line() throws IOException {
            return JSON.readTree(reader.readLine());
        }

        JsonNode last() throws IOException {
            return JSON.readTree(reader.lines().reduce((one, other) -> other).orElseThrow());
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private static List<JsonNode> lines(String body) {
        return body.lines()
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (JsonProcessingException e) {
                        throw new AssertionError("not a line of JSON: " + line, e);
                    }
                })
                .filter(line -> !line.path("type").asText().equals("progress"))
                .toList();
    }

    private RequestSpecification rule(String match) {
        return Api.as(Roles.EDITOR)
                .contentType("application/yaml")
                .body(definition(match).getBytes(StandardCharsets.UTF_8));
    }

    private String definition(String match) {
        return definition(id, match);
    }

    private static String definition(String id, String match) {
        return """
                format: 1
                id: %s
                category: TEST_CATEGORY
                title: A rule of a backtest
                threshold: 1.0
                patterns:
                  en:
                    - { match: %s, weight: 1.0 }
                """
                .formatted(id, match);
    }

    private void documents(int count) {
        String many = IntStream.range(0, count)
                .mapToObj(i ->
                        """
                        {"url":"https://news.example.org/%s","title":"Item %d","text":"It was %s in a long text. %s","language":"en","publishedAt":"2023-05-01T10:00:00Z","source":{"name":"Backtest Daily"}}
                        """
                                .formatted(UUID.randomUUID(), i, word, "And so it went on. ".repeat(60))
                                .strip())
                .collect(Collectors.joining("\n"));
        Api.as(Roles.INGEST)
                .contentType("application/x-ndjson")
                .body(many.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/documents")
                .then()
                .statusCode(202);
    }

    private static void document(String text, String publishedAt) {
        Api.as(Roles.INGEST)
                .body(Map.of(
                        "url",
                        "https://news.example.org/" + UUID.randomUUID(),
                        "title",
                        "Of a backtest",
                        "text",
                        text,
                        "language",
                        "en",
                        "publishedAt",
                        publishedAt,
                        "source",
                        Map.of("name", "Backtest Daily")))
                .post("/api/v1/documents")
                .then()
                .statusCode(202);
    }
}
