package org.tocsin.alert.alert;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.Alerts;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.tocsin.alert.intake.Alerts.as;
import static org.tocsin.alert.intake.Alerts.path;

/** What editors put together or take apart stays so, and what comes later follows. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class AlertRegroupingTest {

    @Test
    void laterReportsFollowAMergeAcrossStates() {
        String one = Alerts.open(signal("NP", "One"));
        SignalJson told =
                signal("LK", "Two").people(640).document("text", "The coast guard took 640 people off boats at Galle.");
        String other = Alerts.open(told);

        merge(one, List.of(other), Map.of()).statusCode(200).body("version", equalTo(2));
        as("reader").get(path(other)).then().body("status", equalTo("CLOSED")).body("mergedInto", equalTo(one));
        as("reader")
                .get(path(other) + "/versions")
                .then()
                .body("items.kind", equalTo(List.of("OPENED", "CLOSED")))
                .body("items[1].reason", containsString("Merged into alert " + one))
                .body("items[1].diff.field", hasItem("mergedInto"));

        SignalJson copy = signal("LK", "Two, copied")
                .source("Copycat", "other", "C")
                .people(640)
                .document("text", "The coast guard took 640 people off boats at Galle.");
        assertThat(Alerts.open(copy)).isEqualTo(one);
        as("reader").get("/api/v1/alerts?country=LK").then().body("items.id", equalTo(List.of(one)));
    }

    @Test
    void laterReportsFollowAMovedOne() {
        String text =
                "Lorries took more than 29,000 Afghans away from the river in the night, neighbours told a radio.";
        String target = Alerts.open(signal("VN", "One"));
        SignalJson staying = signal("KH", "Two");
        String from = Alerts.open(staying);
        SignalJson moving =
                signal("KH", "Three").source("Second", "second", "B").document("text", text);
        assertThat(Alerts.open(moving)).isEqualTo(from);

        as("editor")
                .body(Map.of("documentIds", List.of(moving.documentId()), "into", target))
                .post(path(from) + "/split")
                .then()
                .statusCode(200)
                .body("id", equalTo(target))
                .body("reports", hasSize(2));
        SignalJson copy =
                signal("KH", "Three, copied").source("Third", "third", "B").document("text", text);
        assertThat(Alerts.open(copy)).isEqualTo(target);
        as("reader").get(path(from)).then().body("reportCount", equalTo(1));
        as("editor")
                .body(Map.of("documentIds", List.of(staying.documentId()), "into", target))
                .post(path(from) + "/split")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/documentIds"));
    }

    @Test
    void aCopyWhoseTextStaysBehindSpeaksForItself() {
        SignalJson first = signal("BN", "One");
        String id = Alerts.open(first);
        SignalJson copy = signal("BN", "One, copied").source("Copycat", "other", "B");
        Alerts.open(copy);

        String split = as("editor")
                .body(Map.of("documentIds", List.of(copy.documentId())))
                .post(path(id) + "/split")
                .then()
                .statusCode(200)
                .body("reports", hasSize(1))
                .body("reports[0].relation", equalTo("ORIGINAL"))
                .body("reports[0].copyOf", nullValue())
                .body("independentSources", equalTo(1))
                .extract()
                .path("id");
        assertThat(split).isNotEqualTo(id);
        as("reader").get(path(id)).then().body("reportCount", equalTo(1)).body("version", equalTo(2));
    }

    @Test
    void whoeverStaysBehindLeads() {
        SignalJson first = signal("MN", "One");
        String id = Alerts.open(first);
        Alerts.open(signal("MN", "Two")
                .source("Second", "second", "B")
                .document("text", "Another paper tells of more than 29,000 Afghans who were sent off by bus."));

        as("editor")
                .body(Map.of("documentIds", List.of(first.documentId())))
                .post(path(id) + "/split")
                .then()
                .statusCode(200);
        as("reader").get(path(id)).then().body("reports", hasSize(1)).body("reports[0].relation", equalTo("ORIGINAL"));
    }

    @Test
    void anOutdatedOrRepeatedRequestDoesNoHarm() {
        String one = Alerts.open(signal("LA", "One"));
        String other = Alerts.open(signal("TH", "Two"));
        String tag = as("reader").get(path(one)).header("ETag");
        Alerts.patch(one, Map.of("status", "ACKNOWLEDGED"), 200);

        merge(one, List.of(other), Map.of("If-Match", tag)).statusCode(412);
        String key = UUID.randomUUID().toString();
        merge(one, List.of(other), Map.of("Idempotency-Key", key))
                .statusCode(200)
                .body("version", equalTo(3));
        merge(one, List.of(other), Map.of("Idempotency-Key", key))
                .statusCode(200)
                .body("version", equalTo(3));
        merge(one, List.of(other), Map.of()).statusCode(409).contentType("application/problem+json");
        as("editor")
                .body(Map.of("status", "OPEN"))
                .patch(path(other))
                .then()
                .statusCode(409)
                .body("detail", containsString(one));
    }

    @Test
    void liveReportsDoNotVanishInAnAlertThatWasLaidAside() {
        String retracted = Alerts.open(signal("PH", "One"));
        String closed = Alerts.open(signal("ID", "Two"));
        String live = Alerts.open(signal("MY", "Three"));
        Alerts.patch(retracted, Map.of("status", "RETRACTED", "reason", "A film"), 200);
        Alerts.patch(closed, Map.of("status", "CLOSED"), 200);

        merge(retracted, List.of(live), Map.of()).statusCode(409).body("detail", containsString("open it again first"));
        merge(closed, List.of(live), Map.of()).statusCode(200).body("status", equalTo("OPEN"));
    }

    @Test
    void eachVersionIsKeptWholeAndCompared() {
        String id = Alerts.open(signal("BT", "One"));
        Alerts.patch(id, Map.of("status", "ACKNOWLEDGED", "title", "People sent off by bus"), 200);

        as("reader")
                .get(path(id) + "/versions/1")
                .then()
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("version", equalTo(1));
        as("reader")
                .get(path(id) + "/versions/2/diff")
                .then()
                .statusCode(200)
                .body("find { it.path == '/status' }.op", equalTo("replace"))
                .body("find { it.path == '/status' }.fromValue", equalTo("OPEN"))
                .body("find { it.path == '/status' }.value", equalTo("ACKNOWLEDGED"))
                .body("path", hasItem("/title"))
                .body("path", not(hasItem("/severity")));
        as("reader").get(path(id) + "/versions/1/diff").then().body("path", hasItem("/severity"));
        as("reader").get(path(id) + "/versions/1/diff?from=2").then().statusCode(400);
        as("reader").get(path(id) + "/versions/7").then().statusCode(404).contentType("application/problem+json");
        as("reader").get(path(id) + "/versions/x").then().statusCode(404);
    }

    private static ValidatableResponse merge(String id, List<String> others, Map<String, String> headers) {
        return as("editor")
                .headers(headers)
                .body(Map.of("alerts", others, "reason", "One event"))
                .post(path(id) + "/merge")
                .then();
    }

    private static SignalJson signal(String country, String title) {
        return SignalJson.example()
                .country(country)
                .document("title", title)
                .document("url", "https://news.example.org/" + country + "/" + title.hashCode());
    }
}
