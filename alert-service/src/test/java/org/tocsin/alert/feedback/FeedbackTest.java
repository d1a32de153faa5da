package org.tocsin.alert.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.tocsin.alert.intake.Alerts.as;

/** What editors decide shows in the precision of rules and sources. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class FeedbackTest {

    private static final String TIME = "&since=2025-07-01&until=2025-08-01";

    @Test
    void decisionsCountForRuleAndSource() {
        String rule = "rule-" + UUID.randomUUID();
        String confirmed = Alerts.open(signal("BO", rule, "Herald"));
        String retracted = Alerts.open(signal("PY", rule, "Herald"));
        Alerts.open(signal("UY", rule, "Tribune"));
        Alerts.patch(confirmed, Map.of("status", "ACKNOWLEDGED"), 200);
        Alerts.patch(retracted, Map.of("status", "RETRACTED", "reason", "A film, not an event"), 200);

        as("reader")
                .get("/api/v1/feedback?by=rule" + TIME)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.key == '" + rule + "' }")
                .body("alerts", equalTo(3))
                .body("confirmed", equalTo(1))
                .body("falseAlarms", equalTo(1))
                .body("undecided", equalTo(1))
                .body("precision", equalTo(0.5f))
                .body("from", equalTo("2025-07-01"))
                .body("retractions[0].alertId", equalTo(retracted))
                .body("retractions[0].reason", equalTo("A film, not an event"));
        as("reader")
                .get("/api/v1/feedback?by=source&period=week" + TIME)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.name == 'Herald' }")
                .body("alerts", equalTo(2))
                .body("precision", equalTo(0.5f))
                .body("from", equalTo("2025-07-14"));
        Alerts.patch(retracted, Map.of("status", "OPEN"), 200);
        as("reader")
                .get("/api/v1/feedback?by=rule" + TIME)
                .then()
                .rootPath("items.find { it.key == '" + rule + "' }")
                .body("falseAlarms", equalTo(0))
                .body("precision", equalTo(1.0f));
    }

    @Test
    void badQuestionsAreRefused() {
        for (String query : List.of("by=weather", "period=year", "since=yesterday", "until=x")) {
            as("reader")
                    .get("/api/v1/feedback?" + query)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json");
        }
        as("ingest").get("/api/v1/feedback").then().statusCode(403);
        as("reader")
                .get("/api/v1/feedback?by=source&since=1990-01-01&until=1990-02-01")
                .then()
                .statusCode(200)
                .body("items[0]", nullValue());
    }

    @Test
    void fewJudgementsPromiseLittle() {
        var one = Precision.of("r", "r", LocalDate.EPOCH, 1, 1, 0, List.of());
        var many = Precision.of("r", "r", LocalDate.EPOCH, 100, 95, 5, List.of());
        var none = Precision.of("r", "r", LocalDate.EPOCH, 4, 0, 0, List.of());

        // Reference values of the Wilson interval, from the closed formula.
        assertThat(one.atLeast()).isEqualTo(0.207);
        assertThat(many.atLeast()).isEqualTo(0.888);
        assertThat(none.precision()).isNull();
        assertThat(none.undecided()).isEqualTo(4);
    }

    private static SignalJson signal(String country, String rule, String source) {
        return SignalJson.example()
                .country(country)
                .set("rule", rule)
                .source(source, source, "B")
                .document("url", "https://news.example.org/" + country);
    }
}
