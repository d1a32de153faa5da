package org.tocsin.platform.idempotency;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;
import org.tocsin.platform.token.TokenIssuer;
import org.tocsin.platform.trial.CountedResource;
import org.tocsin.platform.trial.TrialService;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class IdempotencyTest {

    private static final String PATH = "/api/v1/counted";

    @Inject
    CountedResource counted;

    @Inject
    MutableClock clock;

    @Inject
    IdempotencyPurge purge;

    @Inject
    TokenIssuer tokens;

    private final String key = UUID.randomUUID().toString();
    private int before;

    @BeforeEach
    void count() {
        before = counted.calls();
    }

    @AfterEach
    void open() {
        counted.open();
    }

    @Test
    void aRepetitionGetsTheFirstAnswer() {
        Response first = post(PATH, "{\"a\":1}");
        Response second = post(PATH, "{\"a\":1}");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString()).contains("\"a\"");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag")).isNotNull();
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(carriedOut()).isEqualTo(1);
    }

    @Test
    void withoutAKeyEveryRequestIsCarriedOut() {
        for (int i = 0; i < 2; i++) {
            given().header("Authorization", TestTokens.bearer("admin"))
                    .contentType("application/json")
                    .body("{}")
                    .post(PATH);
        }
        assertThat(carriedOut()).isEqualTo(2);
    }

    @Test
    void anotherPayloadUnderTheSameKeyIsRefused() {
        post(PATH, "{\"a\":1}");

        assertProblem(post(PATH, "{\"a\":2}"), 422, "invalid");
        assertProblem(post(PATH + "?dry=true", "{\"a\":1}"), 422, "invalid");
        assertThat(carriedOut()).isEqualTo(1);
    }

    @Test
    void aKeyBelongsToOnePathAndOneCaller() {
        post(PATH, "{}");
        post(PATH + "/empty", null);
        String other = tokens.issue("somebody else", Set.of(Roles.ADMIN), null, Duration.ofHours(1))
                .token();
        request("Bearer " + other).contentType("application/json").body("{}").post(PATH);

        assertThat(carriedOut()).isEqualTo(3);
    }

    @Test
    void theAnswerIsForWhoMayAsk() {
        post(PATH, "{}");

        Response reader = request(TestTokens.bearer("reader"))
                .contentType("application/json")
                .body("{}")
                .post(PATH);
        Response nobody = given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{}")
                .post(PATH);

        assertProblem(reader, 403, "forbidden");
        assertProblem(nobody, 401, "unauthorized");
        assertThat(post(PATH, "{}").statusCode()).isEqualTo(201);
        assertThat(carriedOut()).isEqualTo(1);
    }

    @Test
    void aRepetitionWhileTheFirstIsBeingAnsweredIsToldToWait() throws Exception {
        counted.shut();
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(PATH, "{}"));
        counted.awaitEntry();

        assertProblem(post(PATH, "{}"), 409, "conflict");
        assertProblem(post(PATH, "{\"other\":1}"), 422, "invalid");

        counted.open();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(post(PATH, "{}").header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(carriedOut()).isEqualTo(1);
    }

    @Test
    void whatWasLostInACrashMayBeRepeatedAfterAWhile() throws Exception {
        counted.shut();
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> post(PATH, "{}"));
        counted.awaitEntry();
        clock.advance(Duration.ofMinutes(6));
        CompletableFuture<Response> second = CompletableFuture.supplyAsync(() -> post(PATH, "{}"));
        Awaitility.await().until(() -> carriedOut() == 2);
        counted.open();

        String kept = second.get(20, TimeUnit.SECONDS).asString();
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        assertThat(post(PATH, "{}").asString()).isEqualTo(kept);
    }

    @Test
    void anAnswerWithoutBodyIsRepeatedToo() {
        assertThat(post(PATH + "/empty", null).statusCode()).isEqualTo(204);
        Response second = post(PATH + "/empty", null);
        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(second.asString()).isEmpty();
        assertThat(carriedOut()).isEqualTo(1);
    }

    @Test
    void aRefusalIsRepeated() {
        Response first = post(PATH + "/refused", null);
        Response second = post(PATH + "/refused", null);
        assertProblem(second, 400, "bad-request");
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(carriedOut()).isEqualTo(1);
    }

    @Test
    void aFailureOfOursIsNotKept() {
        assertProblem(post(PATH + "/broken", null), 500, "internal");
        assertProblem(post(PATH + "/broken", null), 500, "internal");
        assertThat(carriedOut()).isEqualTo(2);
    }

    @Test
    void malformedJsonIsRepeatedAsTheSameProblem() {
        assertProblem(post(PATH, "{\"a\":"), 400, "malformed-json");
        assertProblem(post(PATH, "{\"a\":"), 400, "malformed-json");
        assertThat(carriedOut()).isZero();
    }

    @Test
    void aLargeBodyPassesWholeAndWithoutIt() {
        String large = "{\"a\":\"" + "x".repeat(300_000) + "\",\"last\":1}";
        assertThat(post(PATH, large).asString()).contains("\"last\"");
        assertThat(post(PATH, large).statusCode()).isEqualTo(201);
        assertThat(carriedOut()).isEqualTo(2);
    }

    @Test
    void afterADayTheKeyIsFree() {
        post(PATH, "{\"a\":1}");
        clock.advance(Duration.ofHours(23));
        purge.purge();
        assertThat(post(PATH, "{\"a\":1}").header("Idempotency-Replayed")).isEqualTo("true");
        clock.advance(Duration.ofHours(2));
        assertThat(post(PATH, "{\"a\":2}").statusCode()).isEqualTo(201);
        assertThat(carriedOut()).isEqualTo(2);
        clock.advance(Duration.ofHours(25));
        purge.purge();
        assertThat(post(PATH, "{\"a\":3}").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void anEmptyKeyIsABadRequest(String empty) {
        assertBadKey(empty);
    }

    @Test
    void anEndlessKeyIsABadRequest() {
        assertBadKey("k".repeat(256));
    }

    private void assertBadKey(String bad) {
        Response response = given().header("Authorization", TestTokens.bearer("admin"))
                .header("Idempotency-Key", bad)
                .contentType("application/json")
                .body("{}")
                .post(PATH);
        assertProblem(response, 400, "bad-request");
        assertThat(carriedOut()).isZero();
    }

    private int carriedOut() {
        return counted.calls() - before;
    }

    private Response post(String path, String body) {
        RequestSpecification request = request(TestTokens.bearer("admin"));
        return body == null
                ? request.post(path)
                : request.contentType("application/json").body(body).post(path);
    }

    private RequestSpecification request(String authorization) {
        return given().header("Authorization", authorization).header("Idempotency-Key", key);
    }

    private static void assertProblem(Response response, int status, String slug) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("https://tocsin.org/problems/" + slug);
    }
}
