package org.tocsin.notify.subscription;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What the API refuses, and how it says so. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class ApiProblemsTest {

    private static final String PROBLEM = "application/problem+json";
    private static final List<String> PATHS =
            List.of("/api/v1/organisations", "/api/v1/subscriptions", "/api/v1/deliveries");

    @Test
    void withoutATokenOrTheRoleNothingIsShown() {
        for (String path : PATHS) {
            RestAssured.get(path).then().statusCode(401).contentType(PROBLEM);
            Api.as(TestTokens.token("reader")).get(path).then().statusCode(403).contentType(PROBLEM);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String path : PATHS) {
            Api.admin()
                    .get(path + "/" + UUID.randomUUID())
                    .then()
                    .statusCode(404)
                    .contentType(PROBLEM);
        }
    }

    @Test
    void anotherPartnersSubscriptionIsNotFound() {
        UUID subscription = Api.email(Api.organisation(), "reader@example.org", Map.of());
        Api.partner(Api.organisation())
                .get("/api/v1/subscriptions/" + subscription)
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
    }

    @Test
    void aChangeOfAnotherRevisionOrToATakenNameIsRefused() {
        String taken = "Taken " + UUID.randomUUID();
        Api.admin()
                .body(Map.of("name", taken))
                .post("/api/v1/organisations")
                .then()
                .statusCode(201);
        String path = "/api/v1/organisations/" + Api.organisation();

        Api.admin()
                .header("If-Match", "\"7\"")
                .body(Map.of("name", "Other " + UUID.randomUUID()))
                .put(path)
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        Api.admin()
                .header("If-Match", "\"1\"")
                .body(Map.of("name", taken))
                .put(path)
                .then()
                .statusCode(409)
                .contentType(PROBLEM);
    }

    @Test
    void whatIsNoJsonIsAProblem() {
        for (String path : List.of("/api/v1/organisations", "/api/v1/subscriptions")) {
            Api.admin().body("{\"name\":").post(path).then().statusCode(400).contentType(PROBLEM);
        }
    }

    @Test
    void onlyAnAdminAsksForNoticesOfAllSources() {
        UUID organisation = Api.organisation();
        Map<String, Object> body = Map.of(
                "organisation",
                organisation,
                "channel",
                Map.of("type", "email", "address", "reader@example.org"),
                "sourceNotices",
                "all");
        Api.partner(organisation)
                .body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors[0].pointer", equalTo("/sourceNotices"));
        String id = Api.subscribe(body).getString("id");

        // What an admin has set, a partner may send back.
        Api.partner(organisation)
                .body(body)
                .put("/api/v1/subscriptions/" + id)
                .then()
                .statusCode(200)
                .body("sourceNotices", equalTo("all"));
        Api.partner(organisation)
                .body(Map.of("channel", Map.of("type", "email", "address", "reader@example.org")))
                .put("/api/v1/subscriptions/" + id)
                .then()
                .body("sourceNotices", equalTo("own"));
        Api.partner(organisation)
                .body(body)
                .put("/api/v1/subscriptions/" + id)
                .then()
                .statusCode(422);
        Api.admin()
                .body(Map.of("channel", Map.of("type", "email", "address", "a@example.org"), "sourceNotices", "some"))
                .put("/api/v1/subscriptions/" + id)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/sourceNotices"));
    }

    @Test
    void anExpressionIsRefusedWhereItGoesWrong() {
        Map<String, Object> body = Map.of(
                "organisation",
                Api.organisation(),
                "channel",
                Map.of("type", "email", "address", "reader@example.org"),
                "filter",
                Map.of("expression", "severity >= "));
        Api.admin()
                .body(body)
                .post("/api/v1/subscriptions")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors[0].pointer", equalTo("/filter/expression"))
                .body("errors[0].detail", containsString("At character "));
    }
}
