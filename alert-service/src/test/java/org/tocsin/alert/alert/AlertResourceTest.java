package org.tocsin.alert.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.alert.intake.SignalJson;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What readers and editors may do over HTTP, and how they are told when they may not. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class AlertResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void anEditorAcknowledgesClosesAndOpensAgain() {
        String id = alert("AM", "one");
        String tag = as("reader").get(path(id)).then().statusCode(200).extract().header("ETag");

        as("editor")
                .header("If-Match", tag)
                .body(Map.of("status", "ACKNOWLEDGED"))
                .patch(path(id))
                .then()
                .statusCode(200)
                .body("status", equalTo("ACKNOWLEDGED"))
                .body("version", equalTo(2));
        as("editor")
                .header("If-Match", tag)
                .body(Map.of("status", "CLOSED"))
                .patch(path(id))
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        patch(id, Map.of("status", "CLOSED", "reason", "Over"), 200);
        patch(id, Map.of("status", "ACKNOWLEDGED"), 409);
        patch(id, Map.of("status", "OPEN"), 200);
        as("reader")
                .get(path(id) + "/versions")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(List.of("OPENED", "UPDATED", "CLOSED", "UPDATED")))
                .body("items[2].reason", equalTo("Over"))
                .body("items[2].actor", equalTo("test"))
                .body("items[2].diff.field", hasItem("status"));
        String next = as("reader")
                .get(path(id) + "/versions?limit=3")
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");
        as("reader")
                .get(path(id) + "/versions?limit=3&cursor=" + next)
                .then()
                .body("items.version", equalTo(List.of(4)))
                .body("next", nullValue());
    }

    @Test
    void aRetractionNeedsAReason() {
        String id = alert("AZ", "one");

        patch(id, Map.of("status", "RETRACTED"), 422);
        patch(id, Map.of(), 422);
        patch(id, Map.of("status", "GONE"), 422);
        patch(id, Map.of("status", "RETRACTED", "reason", "A film, not an event"), 200);
    }

    @Test
    void onlyEditorsChangeAlerts() {
        String id = alert("GE", "one");

        as("reader")
                .body(Map.of("status", "CLOSED"))
                .patch(path(id))
                .then()
                .statusCode(403)
                .contentType(PROBLEM);
        given().get(path(id)).then().statusCode(401).contentType(PROBLEM);
        as("ingest").get(path(id)).then().statusCode(403).contentType(PROBLEM);
        as("reader")
                .get(path(UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        as("reader").get(path("nonsense")).then().statusCode(404).contentType(PROBLEM);
        as("editor").body("{broken").patch(path(id)).then().statusCode(400).contentType(PROBLEM);
    }

    @Test
    void mergedAlertsAreOneAndCanBeSplitAgain() {
        String one = alert("KZ", "one");
        String other = alertOf(SignalJson.example()
                .country("KZ")
                .set("places", List.of(Map.of("name", "Aktau", "country", "KZ", "pcode", "KZ47")))
                .people(412)
                .source("other", "other", "B")
                .document("url", "https://other.example.org/2")
                .document("title", "Raids on a market by the sea")
                .document("text", "Officers went through the stalls at noon and took away the traders, a witness said.")
                .document("publishedAt", "2025-07-18T06:20:00Z")
                .document("receivedAt", "2025-07-18T06:24:00Z"));
        assertThat(other).isNotEqualTo(one);

        as("editor")
                .body(Map.of("alerts", List.of(other), "reason", "One campaign"))
                .post(path(one) + "/merge")
                .then()
                .statusCode(200)
                .body("reports", hasSize(2));
        as("reader")
                .get(path(other))
                .then()
                .statusCode(200)
                .body("status", equalTo("CLOSED"))
                .body("mergedInto", equalTo(one));
        as("editor")
                .body(Map.of("alerts", List.of(one)))
                .post(path(one) + "/merge")
                .then()
                .statusCode(422);
        String next = as("reader")
                .get(path(one) + "/reports?limit=1")
                .then()
                .statusCode(200)
                .body("items.relation", equalTo(List.of("ORIGINAL")))
                .extract()
                .path("next");
        as("reader")
                .get(path(one) + "/reports?cursor=broken")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
        String document = as("reader")
                .get(path(one) + "/reports?limit=1&cursor=" + next)
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract()
                .path("items[0].documentId");
        String split = as("editor")
                .body(Map.of("documentIds", List.of(document)))
                .post(path(one) + "/split")
                .then()
                .statusCode(200)
                .body("reports", hasSize(1))
                .body("reports[0].relation", equalTo("ORIGINAL"))
                .extract()
                .path("id");
        as("reader").get(path(one)).then().body("reports", hasSize(1));
        assertThat(split).isNotIn(one, other);
    }

    @Test
    void alertsAreFilteredAndPaged() {
        String id = alert("KG", "one");
        alertOf(later("KG"));

        as("reader")
                .get("/api/v1/alerts?country=KG&q=Bishkek")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as("reader")
                .queryParam("q", "expels afgh")
                .get("/api/v1/alerts?country=KG")
                .then()
                .body("items.id", hasItem(id));
        as("reader")
                .get("/api/v1/alerts?country=KG&band=SEVERE&minSeverity=60")
                .then()
                .body("items.id", hasItem(id));
        as("reader")
                .get("/api/v1/alerts?country=KG&category=VISA_SUSPENSION")
                .then()
                .body("items", empty());
        as("reader").get("/api/v1/alerts?country=KG&until=2025-07-20").then().body("items", hasSize(1));
        as("reader").get("/api/v1/alerts?country=KG&since=2025-07-20").then().body("items.id", not(hasItem(id)));
        String next = as("reader")
                .get("/api/v1/alerts?country=KG&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("next");
        as("reader")
                .get("/api/v1/alerts?country=KG&limit=1&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id))
                .body("next", equalTo(null));
        for (String query : List.of("band=HUGE", "status=x", "minSeverity=900", "since=yesterday")) {
            as("reader").get("/api/v1/alerts?" + query).then().statusCode(422).contentType(PROBLEM);
        }
        as("reader").get("/api/v1/alerts?cursor=x").then().statusCode(400).contentType(PROBLEM);
        as("reader")
                .queryParam("q", "' & | ! :* (")
                .get("/api/v1/alerts")
                .then()
                .statusCode(200);
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        String id = alert("UZ", "one");
        String tag = as("reader").get(path(id)).then().extract().header("ETag");
        String list =
                as("reader").get("/api/v1/alerts?country=UZ").then().extract().header("ETag");

        as("reader").header("If-None-Match", tag).get(path(id)).then().statusCode(304);
        as("reader")
                .header("If-None-Match", list)
                .get("/api/v1/alerts?country=UZ")
                .then()
                .statusCode(304);
    }

    private static SignalJson later(String country) {
        return SignalJson.example()
                .country(country)
                .set("places", List.of(Map.of("name", "Bishkek", "country", country, "pcode", country + "1")))
                .people(52)
                .source("later", "later", "C")
                .document("url", "https://later.example.org/2")
                .document("title", "Fifty sent over the pass")
                .document("text", "The governor announced the removal of 52 people from Bishkek last night.")
                .document("publishedAt", "2025-08-24T06:20:00Z")
                .document("receivedAt", "2025-08-24T06:24:00Z");
    }

    private static String alert(String country, String source) {
        return alertOf(SignalJson.example().country(country).source(source, source, "B"));
    }

    /** Sends the signal and waits for the alert that has its document. */
    private static String alertOf(SignalJson signal) {
        try (var signals = KafkaProbe.open("signals")) {
            signals.publish(signal.key(), SignalJson.TYPE, signal.json());
        }
        String country = signal.key().split("/")[1];
        String document = signal.documentId().toString();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> as("reader")
                                .get("/api/v1/alerts?country=" + country)
                                .<String>path("items.find { it.reports.find { r -> r.documentId == '" + document
                                        + "' } }.id"),
                        id -> id != null);
    }

    private static void patch(String id, Map<String, String> body, int status) {
        as("editor").body(body).patch(path(id)).then().statusCode(status);
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType("application/json");
    }

    private static String path(String id) {
        return "/api/v1/alerts/" + id;
    }
}
