package org.tocsin.platform.problem;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialService;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class ProblemTest {

    @TestHTTPResource
    java.net.URI base;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    {"name":" ","size":1}                              | 422 | invalid        | /name
                    {"name":"a","size":11}                             | 422 | invalid        | /size
                    {"name":"a","size":1,"parts":[{"name":"b"},{}]}    | 422 | invalid        | /parts/1/name
                    {"name":"a","size":1,"parts":[null]}               | 422 | invalid        | /parts/0
                    {"name":"a","size":"SECRET"}                       | 422 | invalid        | /size
                    {"name":{"SECRET":1}}                              | 422 | invalid        | /name
                    {"name":"a","parts":[{"name":["SECRET"]}]}         | 422 | invalid        | /parts/0/name
                    {"name":"SECRET"                                   | 400 | malformed-json |
                    {"name":SECRET}                                    | 400 | malformed-json |
                    [1]                                                | 422 | invalid        |
                    null                                               | 422 | invalid        |
                    """)
    void aBadBodyIsToldByPointer(String body, int status, String slug, String pointer) {
        Response response = given().contentType("application/json").body(body).post("/api/v1/trials");

        assertProblem(response, status, slug);
        if (pointer != null) {
            assertThat(response.jsonPath().getString("errors[0].pointer")).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nowhere, 404, not-found",
        "GET, /nowhere, 404, not-found",
        "GET, /api/v1/trials/not-a-uuid, 404, not-found",
        "DELETE, /api/v1/trials, 405, method-not-allowed",
        "GET, /api/v1/trials/taken, 409, conflict",
        "GET, /api/v1/trials/broken, 500, internal",
        "GET, /api/v1/trials?limit=0, 400, bad-request",
        "GET, /api/v1/trials?limit=101, 400, bad-request",
        "GET, /api/v1/trials?limit=SECRET, 400, bad-request",
        "GET, /api/v1/trials?from=6, 400, bad-request",
        "GET, /api/v1/trials?cursor=SECRET, 400, bad-request",
        "GET, /api/v1/trials?cursor=%F0%9F, 400, bad-request",
        "PUT, /api/v1/trials/0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60, 428, precondition-required",
        "GET, /api/v1/trials/admin, 401, unauthorized",
        "GET, /api/v1/forgotten, 401, unauthorized"
    })
    void everyRefusalIsAProblem(String method, String path, int status, String slug) {
        Response response = given().urlEncodingEnabled(false)
                .contentType("application/json")
                .request(method, path);

        assertProblem(response, status, slug);
    }

    @Test
    void mediaTypesAreToldApart() {
        assertProblem(
                given().contentType("text/plain").body("x").post("/api/v1/trials"), 415, "unsupported-media-type");
        assertProblem(given().accept("text/csv").get("/api/v1/trials"), 406, "not-acceptable");
    }

    @Test
    void aWrongVersionIsAFailedPrecondition() {
        Map<String, Integer> expected =
                Map.of("\"2\"", 412, "W/\"3\"", 412, "\"2\", \"3\"", 200, "*", 200, "rubbish", 412);
        expected.forEach((ifMatch, status) -> given().header("If-Match", ifMatch)
                .contentType("application/json")
                .put("/api/v1/trials/0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60")
                .then()
                .statusCode(status));
    }

    @Test
    void aForgottenResourceIsClosedToEverybody() {
        assertProblem(
                given().header("Authorization", TestTokens.bearer("admin")).get("/api/v1/forgotten"), 403, "forbidden");
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        String large = "{\"name\":\"" + "x".repeat(5_000_000) + "\"}";
        assertProblem(given().contentType("application/json").body(large).post("/api/v1/trials"), 413, "too-large");
    }

    @Test
    void whatNeverReachesAResourceIsAProblemToo() throws IOException {
        assertThat(raw("POST /api/v1/trials HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 999999999999\r\nConnection: close\r\n\r\n{}"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", base.getPort())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            socket.setSoTimeout(10_000);
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), UTF_8);
            }
        }
    }

    private static void assertProblem(Response response, int status, String slug) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("type")).isEqualTo("https://tocsin.org/problems/" + slug);
        assertThat(response.jsonPath().getInt("status")).isEqualTo(status);
        assertThat(response.jsonPath().getString("title")).isNotBlank();
        assertThat(body).doesNotContainIgnoringCase("secret").doesNotContain("org.tocsin", "java.");
        if (status == 401) {
            assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
