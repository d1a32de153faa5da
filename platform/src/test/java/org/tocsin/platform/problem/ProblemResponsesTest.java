package org.tocsin.platform.problem;

import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialService;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class ProblemResponsesTest {

    private static final String REFERENCE = "#/components/responses/Problem";

    @Test
    void theDocumentDeclaresTheProblemOnceAndEveryOperationPointsToIt() {
        JsonPath document =
                given().queryParam("format", "json").get("/q/openapi").jsonPath();

        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getString("components.securitySchemes.bearer.scheme"))
                .isEqualTo("bearer");
        assertThat(document.getString("components.responses.Problem.content.'application/problem+json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/Problem");
        assertThat(document.getList("components.schemas.Problem.required", String.class))
                .containsExactlyInAnyOrder("type", "title", "status");
        assertThat(document.getString("paths.'/api/v1/trials'.post.responses.default.'$ref'"))
                .isEqualTo(REFERENCE);
        assertThat(document.getString("paths.'/api/v1/trials/{id}'.get.responses.default.'$ref'"))
                .isEqualTo(REFERENCE);
    }
}
