package org.tocsin.monitor.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class IndicatorResourceTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String PATH = "/api/v1/indicators/";

    private final String id = "test-" + UUID.randomUUID();

    @Test
    void anIndicatorIsDefinedChangedAndDisabled() {
        Api.as(Roles.EDITOR)
                .body(indicator())
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", org.hamcrest.Matchers.endsWith(PATH + id));
        Api.as(Roles.READER)
                .get(PATH + id)
                .then()
                .statusCode(200)
                .body(
                        "periodicity", equalTo("DAY"),
                        "direction", equalTo("UP"),
                        "unit", equalTo("people"),
                        "source.name", equalTo("Border office"),
                        "thresholds[0].kind", equalTo("ears"),
                        "thresholds[0].alpha", equalTo(0.001f),
                        "thresholds[0].sameWeekday", equalTo(true),
                        "thresholds[1].level", equalTo(5000f),
                        "thresholds[1].periods", nullValue());

        Map<String, Object> changed = indicator();
        changed.put("title", "Renamed");
        Api.as(Roles.EDITOR)
                .header("If-Match", "\"1\"")
                .body(changed)
                .put(PATH + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("title", equalTo("Renamed"));
        Api.as(Roles.EDITOR)
                .header("If-Match", "\"1\"")
                .body(changed)
                .put(PATH + id)
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        Api.as(Roles.EDITOR).delete(PATH + id).then().statusCode(204);
        Api.as(Roles.READER).get(PATH + id).then().body("enabled", equalTo(false), "version", equalTo(3));
    }

    @Test
    void everyObjectionHasItsPlace() {
        Map<String, Object> bad = new HashMap<>(Map.of(
                "id", "Not An Id",
                "category", "deportation",
                "country", "Atlantis",
                "action", "PROMOTED",
                "url", "ftp://example.org",
                "periodicity", "fortnight",
                "direction", "sideways",
                "gaps", "holes",
                "thresholds", thresholdsWithEveryMistake()));

        Api.as(Roles.EDITOR)
                .body(bad)
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/id",
                                "/title",
                                "/category",
                                "/country",
                                "/action",
                                "/url",
                                "/periodicity",
                                "/direction",
                                "/gaps",
                                "/source/name",
                                "/thresholds/0/kind",
                                "/thresholds/1/id",
                                "/thresholds/1/level",
                                "/thresholds/2/level",
                                "/thresholds/3",
                                "/thresholds/4/percent",
                                "/thresholds/4/periods",
                                "/thresholds/5/years",
                                "/thresholds/6/alpha",
                                "/thresholds/6/history",
                                "/thresholds/6/release"));
    }

    private static List<Map<String, Object>> thresholdsWithEveryMistake() {
        return List.of(
                Map.of("id", "a", "kind", "psychic"),
                Map.of("id", "A b", "kind", "absolute"),
                Map.of("id", "c", "kind", "absolute", "level", 1e300),
                Map.of("id", "d", "kind", "change", "by", 1, "percent", 1),
                Map.of("id", "e", "kind", "change", "percent", -5, "periods", 0),
                Map.of("id", "f", "kind", "record", "years", 2),
                Map.of("id", "g", "kind", "ears", "alpha", "NaN", "history", 2, "release", 7));
    }

    @Test
    void twoThresholdsNeedTwoIds() {
        Map<String, Object> twice = indicator();
        twice.put(
                "thresholds",
                List.of(
                        Map.of("id", "one", "kind", "absolute", "level", 1),
                        Map.of("id", "one", "kind", "absolute", "level", 2)));

        Api.as(Roles.EDITOR)
                .body(twice)
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/thresholds/1/id"));
    }

    @Test
    void weekdaysAreForDailySeries() {
        Map<String, Object> weekly = indicator();
        weekly.put("periodicity", "week");
        weekly.put("thresholds", List.of(Map.of("id", "spike", "kind", "ears", "sameWeekday", true)));

        Api.as(Roles.EDITOR)
                .body(weekly)
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/thresholds/0/sameWeekday"));
    }

    @Test
    void theRhythmOfASeriesStays() {
        Api.as(Roles.EDITOR).body(indicator()).post(PATH).then().statusCode(201);
        Map<String, Object> monthly = indicator();
        monthly.put("periodicity", "month");

        Api.as(Roles.EDITOR).body(indicator()).post(PATH).then().statusCode(409).contentType(PROBLEM);
        Api.as(Roles.EDITOR).body(monthly).put(PATH + id).then().statusCode(409).contentType(PROBLEM);
    }

    @Test
    void theListIsPaged() {
        Api.as(Roles.EDITOR).body(indicator()).post(PATH).then().statusCode(201);
        Map<String, Object> second = indicator();
        second.put("id", id + "-2");
        Api.as(Roles.EDITOR).body(second).post(PATH).then().statusCode(201);

        String next = Api.as(Roles.READER)
                .get("/api/v1/indicators?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1), "next", notNullValue())
                .extract()
                .path("next");
        Api.as(Roles.READER)
                .get("/api/v1/indicators?limit=1&cursor=" + next)
                .then()
                .statusCode(200);
        Api.as(Roles.READER)
                .get("/api/v1/indicators?cursor=nonsense")
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void whoMayNotIsTold() {
        Api.as(Roles.INGEST).body(indicator()).post(PATH).then().statusCode(403).contentType(PROBLEM);
        Api.as(Roles.PARTNER).get(PATH).then().statusCode(403);
        Api.as(Roles.EDITOR).body("{").post(PATH).then().statusCode(400).contentType(PROBLEM);
        Api.as(Roles.EDITOR).body("[]").post(PATH).then().statusCode(400).contentType(PROBLEM);
        Api.as(Roles.EDITOR)
                .body(indicator())
                .put(PATH + id)
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        Api.as(Roles.READER).get(PATH + id).then().statusCode(404);
    }

    private Map<String, Object> indicator() {
        return new HashMap<>(Map.of(
                "id", id,
                "title", "Afghans returned from Iran",
                "category", "MASS_DEPORTATION",
                "country", "ir",
                "action", "returned",
                "source", Map.of("name", "Border office"),
                "periodicity", "day",
                "thresholds",
                        List.of(
                                Map.of("id", "spike", "kind", "ears"),
                                Map.of("id", "many", "kind", "absolute", "level", 5000))));
    }
}
