package org.tocsin.notify.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.notify.testing.Api;
import org.tocsin.notify.testing.MailServerPort;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@WithTestResource(MailServerPort.class)
class TokenResourceTest {

    private static final String PATH = "/api/v1/tokens";
    private static final String PROBLEM = "application/problem+json";

    @Test
    void anAdminsTokenIsAccepted() {
        JsonPath issued = issue(Map.of("subject", "operations", "roles", List.of("admin"), "hours", 2));

        Duration left = Duration.between(Instant.now(), Instant.parse(issued.getString("expiresAt")));
        assertThat(left).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(121));
        Api.as(issued.getString("token")).get("/api/v1/organisations").then().statusCode(200);
    }

    @Test
    void aPartnersTokenOpensItsOwnOrganisationOnly() {
        UUID own = Api.organisation();
        UUID other = Api.organisation();
        String token = issue(Map.of("subject", "partner", "roles", List.of("partner"), "organisation", own))
                .getString("token");

        Api.as(token).get("/api/v1/organisations/" + own).then().statusCode(200);
        Api.as(token).get("/api/v1/organisations/" + other).then().statusCode(404);
        Api.as(token).body("{}").post(PATH).then().statusCode(403).contentType(PROBLEM);
    }

    @Test
    void onlyAdminsIssueTokens() {
        String body = "{\"subject\":\"me\",\"roles\":[\"admin\"]}";
        for (String role : List.of("reader", "editor", "ingest")) {
            Api.as(TestTokens.token(role))
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(403)
                    .contentType(PROBLEM);
        }
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(401)
                .contentType(PROBLEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"subject":" ","roles":["reader"]}                     | /subject
            {"roles":["reader"]}                                   | /subject
            {"subject":"a","roles":[]}                             | /roles
            {"subject":"a"}                                        | /roles
            {"subject":"a","roles":["reader","owner"]}             | /roles/1
            {"subject":"a","roles":["partner"]}                    | /organisation
            {"subject":"a","roles":["reader"],"hours":0}           | /hours
            {"subject":"a","roles":["reader"],"hours":2000000000}  | /hours
            """)
    void whatIsWrongIsPointedAt(String body, String pointer) {
        Api.admin()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"subject":"a","roles":["reader"
            {"subject":"a","roles":["partner"],"organisation":"none"}
            """)
    void whatCannotBeReadIsAProblem(String body) {
        int status = Api.admin()
                .body(body)
                .post(PATH)
                .then()
                .contentType(PROBLEM)
                .extract()
                .statusCode();
        assertThat(status).isIn(400, 422);
    }

    private static JsonPath issue(Map<String, Object> body) {
        return Api.admin()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
    }
}
