package org.tocsin.alert.rescore;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.tocsin.alert.intake.Alerts.as;
import static org.tocsin.alert.intake.Alerts.path;

/** Other constants are tried on past alerts, and nothing changes. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class RescoreTest {

    private static final String TRIAL = "/api/v1/score/dry-run";

    @Test
    void aTrialShowsWhatWouldChangeAndChangesNothing() {
        String id = Alerts.open(SignalJson.example()
                .country("CR")
                .document("publishedAt", "2019-03-02T06:20:00Z")
                .document("receivedAt", "2019-03-02T06:24:00Z")
                .document("url", "https://news.example.org/CR"));
        String before = as("reader").get(path(id)).asString();
        Map<String, Object> time = Map.of("since", "2019-03-01T00:00:00Z", "until", "2019-04-01T00:00:00Z");

        as("editor")
                .body(Map.of(
                        "weights",
                        Map.of("magnitude.perDecade", 0),
                        "since",
                        time.get("since"),
                        "until",
                        time.get("until")))
                .post(TRIAL)
                .then()
                .statusCode(200)
                .body("scored", equalTo(1))
                .body("complete", equalTo(true))
                .body("changed", equalTo(1))
                .body("bands.SEVERE.MODERATE", equalTo(1))
                .body("largest[0].id", equalTo(id))
                .body("largest[0].score.component", hasItem("category"));
        as("editor")
                .body(Map.of("weights", Map.of(), "since", time.get("since"), "until", time.get("until")))
                .post(TRIAL)
                .then()
                .statusCode(200)
                .body("changed", equalTo(0));
        assertThat(as("reader").get(path(id)).asString()).isEqualTo(before);
    }

    @Test
    void whatIsNoConstantIsRefused() {
        for (Map<String, Object> weights : List.<Map<String, Object>>of(
                Map.of("magnitude", 1), Map.of("planned", -1), Map.of("death", 1e9), Map.of("death", "much"))) {
            as("editor")
                    .body(Map.of("weights", weights))
                    .post(TRIAL)
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                    .contentType("application/problem+json");
        }
        as("editor").body("{\"weights\": {}, \"limit\": 0}").post(TRIAL).then().statusCode(422);
        as("editor").body("{}").post(TRIAL).then().statusCode(200).body("scored", greaterThan(-1));
        as("reader").body("{}").post(TRIAL).then().statusCode(403);
    }

    @Test
    void theConstantsInUseAreKnownByAVersionOfTheirOwn() {
        String version = as("reader")
                .get("/api/v1/score/weights")
                .then()
                .statusCode(200)
                .body("[0].current", equalTo(true))
                .body("[0].version", startsWith("1-"))
                .body("[0].constants.death", equalTo(5.0f))
                .extract()
                .path("[0].version");
        String id = Alerts.open(SignalJson.example().country("PA").document("url", "https://news.example.org/PA"));
        as("reader").get(path(id)).then().body("scoreVersion", equalTo(version));
    }
}
