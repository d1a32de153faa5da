package org.tocsin.monitor.source;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class SourceResourceTest {

    private static final String PROBLEM = "application/problem+json";

    private final String url = "https://news.example.org/" + UUID.randomUUID();

    @Test
    void aSourceIsKeptChangedAndRemoved() {
        String id = Api.addSource(url);
        Api.as(Roles.READER).get("/api/v1/sources/" + id).then().statusCode(200).header("ETag", "\"0\"");
        Api.as(Roles.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Renamed", "url", url, "reliability", "b", "country", "af"))
                .put("/api/v1/sources/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Renamed"), "reliability", equalTo("B"), "country", equalTo("AF"));
        Api.as(Roles.ADMIN)
                .header("If-Match", "\"0\"")
                .body(Map.of("name", "Late", "url", url))
                .put("/api/v1/sources/" + id)
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        Api.removeSource(id);
        Api.as(Roles.ADMIN).get("/api/v1/sources/" + id).then().statusCode(404).contentType(PROBLEM);
    }

    @Test
    void oneAddressIsPolledOnce() {
        String id = Api.addSource(url);
        Api.as(Roles.ADMIN)
                .body(Map.of("name", "Again", "url", url))
                .post("/api/v1/sources")
                .then()
                .statusCode(409)
                .contentType(PROBLEM);
        Api.removeSource(id);
        Api.removeSource(Api.addSource(url));
    }

    @Test
    void everyObjectionHasItsPlace() {
        Api.as(Roles.ADMIN)
                .body(Map.of(
                        "url", "file:///etc/passwd",
                        "country", "Atlantis",
                        "format", "morse",
                        "reliability", "Z",
                        "pollInterval", "PT1S"))
                .post("/api/v1/sources")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body(
                        "errors.pointer",
                        hasItems("/name", "/url", "/country", "/format", "/reliability", "/pollInterval"));
    }

    @Test
    void healthIsToldInWords() {
        String id = Api.addSource(url);
        Api.as(Roles.READER)
                .get("/api/v1/sources/" + id + "/health")
                .then()
                .statusCode(200)
                .body("state", equalTo("NEW"), "reason", equalTo("Not polled yet."), "failures", equalTo(0));
        Api.removeSource(id);
    }

    @Test
    void listsComeInAndGoOutAsOpml() {
        String opml = "<opml version=\"2.0\"><body><outline text=\"Imported\" xmlUrl=\"" + url + "\"/>"
                + "<outline text=\"Bad\" xmlUrl=\"ftp://example.org\"/></body></opml>";
        Api.as(Roles.ADMIN)
                .contentType("text/x-opml")
                .body(opml)
                .post("/api/v1/sources/import")
                .then()
                .statusCode(200)
                .body("added", equalTo(1), "rejected.name", equalTo(List.of("Bad")));
        Api.as(Roles.ADMIN)
                .contentType("text/x-opml")
                .body(opml)
                .post("/api/v1/sources/import")
                .then()
                .body("added", equalTo(0), "present", equalTo(1));
        Api.as(Roles.READER)
                .accept("text/x-opml")
                .get("/api/v1/sources/export")
                .then()
                .statusCode(200)
                .body(containsString(url));
    }

    @Test
    void onlyAdministratorsChangeSources() {
        Api.as(Roles.EDITOR)
                .body(Map.of("name", "No", "url", url))
                .post("/api/v1/sources")
                .then()
                .statusCode(403);
        Api.as(Roles.READER)
                .get("/api/v1/sources?limit=0")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?limit"));
    }

    @Test
    void howASourceIsReadIsKeptAndChecked() {
        Map<String, Object> mapping = Map.of("items", "/data", "title", "/t", "text", "/b");
        String id = Api.as(Roles.ADMIN)
                .body(Map.of("name", "API", "url", url, "format", "json", "mapping", mapping, "ignoreRobots", true))
                .post("/api/v1/sources")
                .then()
                .statusCode(201)
                .body("format", equalTo("json"), "mapping.items", equalTo("/data"), "ignoreRobots", equalTo(true))
                .extract()
                .path("id");
        Api.removeSource(id);
        Api.as(Roles.ADMIN)
                .body(Map.of("name", "API", "url", url, "format", "json"))
                .post("/api/v1/sources")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/mapping"));
        Api.as(Roles.ADMIN)
                .body(Map.of(
                        "name", "API", "url", url, "format", "rss", "links", "h2 >", "mapping", Map.of("title", "t")))
                .post("/api/v1/sources")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItems("/links", "/mapping", "/mapping/title"));
    }
}
