package org.tocsin.platform.deadletter;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.MutableClock;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialConsumer;
import org.tocsin.platform.trial.TrialService;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.testing.KafkaProbe.header;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class DeadLetterResourceTest {

    private static final String PATH = "/api/v1/dead-letters";
    private static final String TYPE = "org.tocsin.trial.v1";

    @Inject
    TrialConsumer consumer;

    @Inject
    MutableClock clock;

    @Inject
    DeadLetterPurge purge;

    @Inject
    DeadLetterGauge gauge;

    @Inject
    MeterRegistry meters;

    private KafkaProbe trials;
    private KafkaProbe answers;
    private KafkaProbe queue;

    @BeforeEach
    void open() {
        trials = KafkaProbe.open("trials");
        answers = KafkaProbe.open("answers");
        queue = KafkaProbe.open("trials.trial.dlq");
    }

    @AfterEach
    void close() {
        trials.close();
        answers.close();
        queue.close();
    }

    @Test
    void whatFailedIsReplayedAndHandledOnce() {
        String bad = UUID.randomUUID().toString();
        consumer.fail(bad, "the category is unknown");
        trials.publish(bad, "k", TYPE, "{\"people\":286631}");
        trials.publish("k", TYPE, "{}");
        answers.await(1);
        assertThat(header(queue.await(1).get(0), "ce_id")).isEqualTo(bad);

        JsonPath listed = newest();
        assertThat(listed.getString("event.id")).isEqualTo(bad);
        assertThat(listed.getString("event.type")).isEqualTo(TYPE);
        assertThat(listed.getString("event.time")).isEqualTo("2025-07-14T06:24:31Z");
        assertThat(listed.getString("topic")).isEqualTo("trials");
        assertThat(listed.getString("key")).isEqualTo("k");
        assertThat(listed.getString("reason")).isEqualTo("the category is unknown");
        assertThat(listed.getString("state")).isEqualTo("WAITING");
        assertThat(listed.getInt("attempts")).isEqualTo(1);
        assertThat(listed.getString("failedAt")).isNotBlank();
        assertThat(listed.getMap("")).doesNotContainKeys("data", "replayedAt");
        String id = listed.getString("id");
        assertThat(one(id).getMap("data")).isEqualTo(Map.of("encoding", "text", "content", "{\"people\":286631}"));

        gauge.measure();
        double waiting = waiting();
        assertThat(waiting).isGreaterThanOrEqualTo(1);

        consumer.mend(bad);
        Response replayed = replay(id);
        assertThat(replayed.statusCode()).as(replayed.asString()).isEqualTo(202);
        assertThat(replayed.jsonPath().getString("replayedAt")).isNotBlank();

        answers.awaitThat(records -> records.stream().anyMatch(record -> bad.equals(header(record, "ce_subject"))));
        ConsumerRecord<String, byte[]> again =
                trials.awaitThat(records -> records.size() == 3).get(2);
        assertThat(header(again, "ce_id")).isEqualTo(bad);
        assertThat(again.key()).isEqualTo("k");
        assertThat(again.value()).asString(UTF_8).isEqualTo("{\"people\":286631}");
        awaitState(id, "HANDLED");
        assertThat(one(id).getString("replayedAt")).isNotBlank();
        gauge.measure();
        assertThat(waiting()).isEqualTo(waiting - 1);

        assertProblem(replay(id), 409, "conflict");
        String last = trials.publish("k", TYPE, "{}");
        answers.awaitThat(records -> records.stream().anyMatch(record -> last.equals(header(record, "ce_subject"))));
        assertThat(consumer.handled().stream().filter(handled -> handled.startsWith(bad)))
                .hasSize(1);
    }

    @Test
    void whatCannotBeReadFailsAgainAsTheSameDeadLetter() {
        String bad = UUID.randomUUID().toString();
        trials.publish(bad, "k", TYPE, "{\"broken\":");
        String next = trials.publish("k", TYPE, "{}");
        assertThat(header(answers.await(1).get(0), "ce_subject")).isEqualTo(next);
        assertThat(header(queue.await(1).get(0), "dead-letter-reason")).isEqualTo("the data is not JSON");

        String id = newest().getString("id");
        assertThat(one(id).getString("data.content")).isEqualTo("{\"broken\":");
        assertThat(replay(id).statusCode()).isEqualTo(202);

        queue.await(2);
        assertThat(one(id).getInt("attempts")).isEqualTo(2);
        assertThat(one(id).getString("state")).isEqualTo("WAITING");
        assertThat(newest().getString("id")).isEqualTo(id);
    }

    @Test
    void whatHasNoIdIsShownAsBytesAndNotReplayed() {
        trials.write(null, Map.of("ce_specversion", "1.0"), new byte[] {(byte) 0xFF, 0});
        queue.await(1);

        String id = newest().getString("id");
        assertThat(one(id).getMap("data")).isEqualTo(Map.of("encoding", "base64", "content", "/wA="));
        assertProblem(replay(id), 409, "conflict");
        assertThat(trials.records()).hasSize(1);
    }

    @Test
    void theListComesInPages() {
        for (int i = 0; i < 3; i++) {
            trials.publish("k", TYPE, "[" + i + "]");
        }
        queue.await(3);

        JsonPath first = admin().get(PATH + "?limit=2").jsonPath();
        JsonPath second =
                admin().get(PATH + "?limit=1&cursor=" + first.getString("next")).jsonPath();
        assertThat(first.getList("items.id", String.class)).hasSize(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(second.getString("items[0].id")).isLessThan(first.getString("items[1].id"));
    }

    @Test
    void onlyWhatWasReplayedIsForgotten() {
        String waiting = UUID.randomUUID().toString();
        String replayed = UUID.randomUUID().toString();
        consumer.fail(waiting, "no");
        consumer.fail(replayed, "no");
        trials.publish(waiting, "k", TYPE, "{}");
        queue.await(1);
        String waitingId = newest().getString("id");
        trials.publish(replayed, "k", TYPE, "{}");
        queue.await(2);
        String replayedId = newest().getString("id");
        consumer.mend(replayed);
        replay(replayedId);
        awaitState(replayedId, "HANDLED");

        clock.advance(Duration.ofDays(15));
        purge.purge();

        assertThat(one(waitingId).getString("state")).isEqualTo("WAITING");
        assertProblem(admin().get(PATH + "/" + replayedId), 404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', 400, bad-request, ?cursor=rubbish",
        "GET, '', 400, bad-request, ?limit=0",
        "GET, /0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60, 404, not-found, ''",
        "GET, /not-a-uuid, 404, not-found, ''",
        "POST, /0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60/replay, 404, not-found, ''",
        "POST, /not-a-uuid/replay, 404, not-found, ''"
    })
    void badRequestsAreProblems(String method, String path, int status, String slug, String query) {
        assertProblem(admin().request(method, PATH + path + query), status, slug);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ''",
        "GET, /0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60",
        "POST, /0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60/replay"
    })
    void theyAreForAdministratorsOnly(String method, String path) {
        assertProblem(given().request(method, PATH + path), 401, "unauthorized");
        assertProblem(
                given().header("Authorization", TestTokens.bearer("reader", "editor", "ingest"))
                        .request(method, PATH + path),
                403,
                "forbidden");
    }

    private static RequestSpecification admin() {
        return given().header("Authorization", TestTokens.bearer("admin"));
    }

    private static JsonPath newest() {
        JsonPath page = admin().get(PATH + "?limit=1").jsonPath();
        page.setRootPath("items[0]");
        return page;
    }

    private static JsonPath one(String id) {
        return admin().get(PATH + "/" + id).jsonPath();
    }

    private static Response replay(String id) {
        return admin().post(PATH + "/" + id + "/replay");
    }

    private double waiting() {
        return meters.get("tocsin.dead.letters.waiting").gauge().value();
    }

    private static void awaitState(String id, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(one(id).getString("state"))
                .isEqualTo(state));
    }

    private static void assertProblem(Response response, int status, String slug) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("https://tocsin.org/problems/" + slug);
    }
}
