package org.tocsin.notify.testing;

import java.util.Map;
import java.util.UUID;

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
}
