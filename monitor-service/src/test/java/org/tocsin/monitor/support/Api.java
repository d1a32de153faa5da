package org.tocsin.monitor.support;

import java.util.Map;

import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.token.Roles;

import io.restassured.RestAssured;
import io.restassured.common.mapper.TypeRef;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Calls the service under test as its users do. */
public final class Api {

    private Api() {}

    /** A request with a token of this role and a JSON body to come. */
    public static RequestSpecification as(String role) {
        return RestAssured.given()
                .header("Authorization", TestTokens.bearer(role))
                .contentType(ContentType.JSON);
    }

    /** Adds a polled source and returns its id. */
    public static String addSource(String url) {
        return as(Roles.ADMIN)
                .body(Map.of("name", "Source of a test", "url", url, "pollInterval", "PT10M"))
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static void removeSource(String id) {
        as(Roles.ADMIN).delete("/api/v1/sources/" + id).then().statusCode(204);
    }

    public static void pollNow(String id) {
        as(Roles.ADMIN).post("/api/v1/sources/" + id + "/poll").then().statusCode(202);
    }

    public static Map<String, Object> source(String id) {
        return get("/api/v1/sources/" + id);
    }

    public static Map<String, Object> health(String id) {
        return get("/api/v1/sources/" + id + "/health");
    }

    private static Map<String, Object> get(String path) {
        return as(Roles.ADMIN).get(path).then().statusCode(200).extract().as(new TypeRef<>() {});
    }
}
