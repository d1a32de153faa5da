package org.tocsin.alert.intake;

import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TestTokens;

import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** Brings alerts about the way they come about, and talks to the API as somebody. */
public final class Alerts {

    private Alerts() {}

    /** A request with a token of these roles. */
    public static RequestSpecification as(String... roles) {
        return given().header("Authorization", TestTokens.bearer(roles)).contentType("application/json");
    }

    public static String path(String id) {
        return "/api/v1/alerts/" + id;
    }

    /** Sends the signal and waits for the alert that has its document. */
    public static String open(SignalJson signal) {
        try (var signals = KafkaProbe.open("signals")) {
            signals.publish(signal.key(), SignalJson.TYPE, signal.json());
        }
        String document = signal.documentId().toString();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> as("reader")
                                .queryParam("limit", 100)
                                .get("/api/v1/alerts")
                                .<String>path("items.find { it.reports.find { r -> r.documentId == '" + document
                                        + "' } }.id"),
                        id -> id != null);
    }

    /** An editor's decision. */
    public static void patch(String id, Map<String, String> body, int status) {
        as("editor").body(body).patch(path(id)).then().statusCode(status);
    }
}
