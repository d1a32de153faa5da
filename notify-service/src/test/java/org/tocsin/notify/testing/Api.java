package org.tocsin.notify.testing;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.tocsin.platform.testing.TestTokens;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

/** Shorthands for the API, as an admin or a partner uses it. */
public final class Api {

    private Api() {}

    public static RequestSpecification admin() {
        return as(TestTokens.token("admin"));
    }

    public static RequestSpecification partner(UUID organisation) {
        return as(TestTokens.partnerToken(organisation));
    }

    public static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    /** A new organisation with a name of its own. */
    public static UUID organisation() {
        return UUID.fromString(admin().body(Map.of("name", "Organisation " + UUID.randomUUID()))
                .post("/api/v1/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** A confirmed e-mail subscription. */
    public static UUID email(UUID organisation, String address, Map<String, Object> filter) {
        return id(subscribe(Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", address),
                "filter",
                filter,
                "confirmed",
                true)));
    }

    /** A webhook subscription; the answer has its id and secret. */
    public static JsonPath webhook(UUID organisation, String url, Map<String, Object> filter) {
        return subscribe(Map.of(
                "organisation", organisation,
                "channel", Map.of("type", "webhook", "url", url),
                "filter", filter));
    }

    public static JsonPath subscribe(Map<String, Object> body) {
        return admin().body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static UUID id(JsonPath answer) {
        return UUID.fromString(answer.getString("id"));
    }

    /** The ledger's entry of a delivery, once it has this status. */
    public static JsonPath awaitDelivery(String id, String status) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> delivery(id).getString("status"), status::equals);
        return delivery(id);
    }

    public static JsonPath delivery(String id) {
        return admin().get("/api/v1/deliveries/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The only delivery of a subscription, once there is one. */
    public static String awaitDeliveryOf(UUID subscription) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> admin().get("/api/v1/deliveries?subscription=" + subscription)
                                .jsonPath()
                                .getString("items[0].id"),
                        id -> id != null);
    }
}
