package org.tocsin.monitor.rule;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class RuleResourceTest {

    /** The promise is a second; a build machine that does ten things at once gets longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String id = "test-" + UUID.randomUUID();

    @Test
    void seedsAreThere() {
        Api.as(Roles.READER)
                .get("/api/v1/rules/mass-deportation")
                .then()
                .statusCode(200)
                .body("origin", equalTo("SEED"), "category", equalTo("MASS_DEPORTATION"), "version", greaterThan(0));
    }

    @Test
    void aRuleIsLiveWithoutARestart() {
        yaml(rule("zorblax")).post("/api/v1/rules").then().statusCode(201).header("ETag", "\"1\"");
        Awaitility.await().atMost(PATIENCE).until(() -> fires("The zorblax came."));

        yaml(rule("quuxify")).put("/api/v1/rules/" + id).then().statusCode(200).header("ETag", "\"2\"");
        Awaitility.await().atMost(PATIENCE).until(() -> fires("They quuxify."));
        assertThat(fires("The zorblax came.")).isFalse();

        Api.as(Roles.EDITOR).delete("/api/v1/rules/" + id).then().statusCode(204);
        Awaitility.await().atMost(PATIENCE).until(() -> !fires("They quuxify."));
        Api.as(Roles.READER)
                .get("/api/v1/rules/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(3), "items[0].enabled", equalTo(false));
    }

    @Test
    void whatDoesNotCompileIsRefusedWithAPointer() {
        String broken = rule("zorblax") + "combinations:\n - { name: c, weight: 1.0, all: [no-such-set] }\n";

        yaml(broken)
                .post("/api/v1/rules")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/combinations/0/all/0/0"));
        Api.as(Roles.READER).get("/api/v1/rules/" + id).then().statusCode(404);
    }

    @Test
    void otherNonsenseIsRefused() {
        yaml("a: [1").post("/api/v1/rules").then().statusCode(400);
        yaml("").post("/api/v1/rules").then().statusCode(422);
        yaml("- 1").post("/api/v1/rules").then().statusCode(422);
        yaml(rule("x").replace("TEST", "no category"))
                .post("/api/v1/rules")
                .then()
                .statusCode(422);
        Api.as(Roles.EDITOR).body("{").post("/api/v1/rules").then().statusCode(400);
        Api.as(Roles.READER).body("{}").post("/api/v1/rules").then().statusCode(403);
        yaml(rule("x")).put("/api/v1/rules/" + id).then().statusCode(404);
    }

    @Test
    void aChangeOfAnOldVersionIsRefused() {
        yaml(rule("zorblax")).post("/api/v1/rules").then().statusCode(201);
        yaml(rule("one")).put("/api/v1/rules/" + id).then().statusCode(200);

        yaml(rule("two"))
                .header("If-Match", "\"1\"")
                .put("/api/v1/rules/" + id)
                .then()
                .statusCode(412);
        Api.as(Roles.EDITOR).delete("/api/v1/rules/" + id).then().statusCode(204);
    }

    private io.restassured.specification.RequestSpecification yaml(String body) {
        return Api.as(Roles.EDITOR).contentType("application/yaml").body(body.getBytes());
    }

    private String rule(String word) {
        return """
                format: 1
                id: %s
                category: TEST_CATEGORY
                title: A rule of a test
                threshold: 1.0
                patterns:
                  en:
                    - { match: %s, weight: 1.0 }
                """
                .formatted(id, word);
    }

    private boolean fires(String text) {
        return Api.as(Roles.READER)
                .body(Map.of("text", text, "language", "en"))
                .post("/api/v1/analyze")
                .then()
                .statusCode(200)
                .extract()
                .<java.util.List<String>>path("signals.rule")
                .contains(id);
    }
}
