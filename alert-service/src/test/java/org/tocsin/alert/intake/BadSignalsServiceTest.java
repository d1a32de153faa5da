package org.tocsin.alert.intake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** What is no signal goes to the dead letters with a reason, and the signals behind it are handled. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class BadSignalsServiceTest {

    @Test
    void badSignalsGoToTheDeadLettersAndConsumptionGoesOn() {
        try (var signals = KafkaProbe.open("signals");
                var dead = KafkaProbe.open("signals.alert.dlq")) {
            List<String> bad = List.of(
                    "{\"signalId\": \"broken",
                    "[]",
                    "{}",
                    SignalJson.example().set("category", "WEATHER").json(),
                    SignalJson.example().set("country", "Iran").json(),
                    SignalJson.example().document("publishedAt", null).json(),
                    SignalJson.example()
                            .figure(figure -> figure.put("value", -5))
                            .json(),
                    SignalJson.example()
                            .figure(figure -> figure.put("value", 99_000_000_000L))
                            .json(),
                    SignalJson.example()
                            .figure(figure -> figure.put("lower", 10).put("upper", 5))
                            .json(),
                    series().replace("\"explanation\"", "\"elsewhere\""),
                    series().replace("\"observation\"", "\"elsewhere\""),
                    series().replace("\"name\": \"Border office of Herat\"", "\"name\": null"));
            bad.forEach(json -> signals.publish("MASS_DEPORTATION/LB", SignalJson.TYPE, json));
            signals.write("MASS_DEPORTATION/LB", Map.of(), "no event at all".getBytes(StandardCharsets.UTF_8));
            publish(signals, SignalJson.example().country("LB"));

            assertThat(dead.await(bad.size() + 1)).hasSize(bad.size() + 1);
            awaitAlerts("LB", 1);
        }
    }

    @Test
    void hostileTextIsKeptAsPlainTextOrLeftOut() {
        try (var signals = KafkaProbe.open("signals");
                var alerts = KafkaProbe.open("alerts")) {
            var signal = SignalJson.example()
                    .country("YE")
                    .set("places", List.of(Map.of("name", "\u202EOd\u0000essa\n")))
                    .document("url", "javascript:alert(1)")
                    .document("language", "<b>")
                    .document("title", "<script>alert(1)</script>\u202E\u0000 title")
                    .document("text", "ا".repeat(30_000) + "\u0000\uD800")
                    .source("\u2066", "own", "Z");
            publish(signals, signal);

            awaitAlerts("YE", 1);
            byte[] event = alerts
                    .awaitThat(records -> records.stream()
                            .anyMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains("\"YE\"")))
                    .stream()
                    .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains("\"YE\""))
                    .findFirst()
                    .orElseThrow()
                    .value();
            assertThat(EventContract.violations("org.tocsin.alert.opened.v1", event))
                    .isEmpty();
            given().header("Authorization", TestTokens.bearer("reader"))
                    .get("/api/v1/alerts?country=YE")
                    .then()
                    .statusCode(200)
                    .body("items[0].reports[0].url", equalTo(null))
                    .body("items[0].reports[0].title", equalTo("<script>alert(1)</script> title"))
                    .body("items[0].reports[0].reliability", equalTo("F"))
                    .body("items[0].places[0].name", equalTo("Od essa"))
                    .body("items[0].summary", not(equalTo("")));
        }
    }

    @Test
    void theFrozenExampleIsUnderstood() {
        try (var signals = KafkaProbe.open("signals")) {
            String example = new String(EventContract.example(SignalJson.TYPE), StandardCharsets.UTF_8)
                    .replace("\"country\": \"IR\"", "\"country\": \"TJ\"");
            signals.publish("MASS_DEPORTATION/TJ", SignalJson.TYPE, example);

            awaitAlerts("TJ", 1);
        }
    }

    private static String series() {
        return new String(EventContract.example(SignalJson.TYPE, "series"), StandardCharsets.UTF_8);
    }

    private static void publish(KafkaProbe signals, SignalJson signal) {
        signals.publish(signal.key(), SignalJson.TYPE, signal.json());
    }

    private static void awaitAlerts(String country, int number) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().header(
                        "Authorization", TestTokens.bearer("reader"))
                .get("/api/v1/alerts?country=" + country)
                .then()
                .statusCode(200)
                .body("items", hasSize(number)));
    }
}
