package org.tocsin.monitor.observation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.monitor.support.Api;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.token.Roles;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithTestResource(TocsinStack.class)
class ObservationResourceTest {

    private static final String PROBLEM = "application/problem+json";
    private static final String PATH = "/api/v1/observations";
    private static final double[] PUBLISHED = {150, 130, 122, 160, 155, 128, 144, 125, 300, 319, 289, 277, 500};

    private final String indicator = "test-" + UUID.randomUUID();

    @BeforeEach
    void define() {
        define(Map.of("id", "many", "kind", "absolute", "level", 1000));
    }

    private void define(Map<String, Object> threshold) {
        Map<String, Object> definition = new HashMap<>(Map.of(
                "id", indicator,
                "title", "Afghans returned from Iran",
                "category", "MASS_DEPORTATION",
                "country", "IR",
                "action", "RETURNED",
                "source", Map.of("name", "Border office"),
                "periodicity", "day",
                "thresholds", List.of(threshold)));
        int status = Api.as(Roles.EDITOR)
                .body(definition)
                .put("/api/v1/indicators/" + indicator)
                .statusCode();
        if (status == 404) {
            Api.as(Roles.EDITOR)
                    .body(definition)
                    .post("/api/v1/indicators")
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void anObservationIsKeptOnceAndItsCorrectionsWithTheirHistory() {
        String id = post("2025-07-01", 10)
                .statusCode(201)
                .body("outcome", equalTo("ADDED"))
                .extract()
                .path("id");
        post("2025-07-01T23:59:59+00:00", 10)
                .statusCode(200)
                .body("outcome", equalTo("REPEATED"), "id", equalTo(id), "revision", equalTo(1));
        post("2025-07-01", 12).statusCode(200).body("outcome", equalTo("CORRECTED"), "revision", equalTo(2));
        Api.as(Roles.INGEST)
                .header("If-Match", "\"1\"")
                .body(Map.of("value", 13))
                .put(PATH + "/" + id)
                .then()
                .statusCode(412)
                .contentType(PROBLEM);
        Api.as(Roles.EDITOR)
                .header("If-Match", "\"2\"")
                .body(Map.of("value", 13, "note", "a page was counted twice"))
                .put(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        Api.as(Roles.INGEST).delete(PATH + "/" + id).then().statusCode(204);
        Api.as(Roles.READER)
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body(
                        "value", nullValue(),
                        "from", equalTo("2025-07-01"),
                        "history.value", contains(null, 13f, 12f, 10f),
                        "history[1].note", equalTo("a page was counted twice"));
        post("2025-07-01", 13).body("outcome", equalTo("CORRECTED"), "revision", equalTo(5));
    }

    @Test
    void aThresholdThatIsPassedBecomesASignal() {
        try (KafkaProbe signals = KafkaProbe.open("signals")) {
            post("2025-07-01", 900).body("signals", hasSize(0));
            Map<String, Object> herat = Map.of(
                    "indicator", indicator, "place", "af33", "placeName", "Herat", "time", "2025-07-02", "value", 1200);
            List<String> told = Api.as(Roles.INGEST)
                    .body(herat)
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("signals");
            assertThat(told).hasSize(1);

            ConsumerRecord<String, byte[]> event = about(told.get(0), signals);
            assertThat(event.key()).isEqualTo("MASS_DEPORTATION/IR");
            assertThat(EventContract.violations("org.tocsin.signal.detected.v1", event.value()))
                    .isEmpty();
            Api.as(Roles.READER)
                    .get("/api/v1/signals?indicator=" + indicator)
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(told))
                    .body(
                            "items[0].kind", equalTo("SERIES"),
                            "items[0].rule", equalTo(indicator + "/many"),
                            "items[0].documentId", nullValue(),
                            "items[0].country", equalTo("IR"),
                            "items[0].places[0].pcode", equalTo("AF33"),
                            "items[0].places[0].country", equalTo("AF"),
                            "items[0].figures[0].value", equalTo(1200),
                            "items[0].indicator.threshold.level", equalTo(1000f),
                            "items[0].indicator.threshold.parameters.kind", equalTo("absolute"),
                            "items[0].indicator.observation.publishedAt", equalTo("2025-07-03T00:00:00Z"),
                            "items[0].indicator.explanation",
                                    equalTo("1,200 people in Herat on 2 July 2025: the threshold is 1,000 or more."),
                            "items[0].withdrawnAt", nullValue());
            Api.as(Roles.READER)
                    .get("/api/v1/indicators/" + indicator + "/series")
                    .then()
                    .statusCode(200)
                    .body(
                            "items.place", contains("", "AF33"),
                            "items[1].alarms[0].threshold", equalTo("many"),
                            "items[1].alarms[0].since", equalTo("2025-07-02"),
                            "items[1].alarms[0].signalId", equalTo(told.get(0)));
        }
    }

    @Test
    void itFiresOnceUntilItWasWellBelow() {
        assertThat(signalsOf(1000, 1100, 950, 1050)).isEqualTo(1);
        assertThat(signalsOf(1000, 1100, 950, 1050, 800, 1000)).isEqualTo(2);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        define(Map.of("id", "spike", "kind", "ears", "sameWeekday", false, "alpha", 0.025));
        int[] order = {12, 0, 8, 3, 1, 9, 2, 11, 5, 4, 6, 10, 7};
        for (int day : order) {
            post(LocalDate.of(2025, 7, 1).plusDays(day).toString(), PUBLISHED[day]);
        }

        // In the order of time the published example alarms on the 9th day, and again on the 13th.
        Api.as(Roles.READER)
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .body("items[0].alarms.since", contains("2025-07-13"));
        Api.as(Roles.READER)
                .get("/api/v1/signals?indicator=" + indicator)
                .then()
                .body("items.findAll { it.withdrawnAt == null }", hasSize(2))
                .body(
                        "items.indicator.explanation",
                        hasItem(containsString("the bound of what the 7 days before let expect")));
    }

    @Test
    void manyAtOnceTellOnce() {
        long told = IntStream.range(0, 16)
                .parallel()
                .map(day -> post(LocalDate.of(2025, 7, 1).plusDays(day).toString(), 1500)
                        .statusCode(201)
                        .extract()
                        .<List<String>>path("signals")
                        .size())
                .sum();

        assertThat(told).isEqualTo(1);
        Api.as(Roles.READER)
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .body("items[0].observations", equalTo(16), "items[0].alarms.since", contains("2025-07-01"));
    }

    @Test
    void aCorrectionTakesBackWhatItMade() {
        List<String> told = post("2025-07-01", 5000).extract().path("signals");
        post("2025-07-01", 50).body("signals", hasSize(0));
        Api.as(Roles.READER)
                .get("/api/v1/signals?indicator=" + indicator)
                .then()
                .body("items.id", equalTo(told), "items[0].withdrawnAt", notNullValue());

        post("2025-07-01", 5000).body("signals", hasSize(0));
        Api.as(Roles.READER)
                .get("/api/v1/signals?indicator=" + indicator)
                .then()
                .body("items.id", equalTo(told), "items[0].withdrawnAt", nullValue());
    }

    @Test
    void aLateValueBeforeAnAlarmTellsNobodyTwice() {
        post("2025-07-05", 1500).body("signals", hasSize(1));
        post("2025-07-04", 1400).body("signals", hasSize(0));
        post("2025-07-03", 10).body("signals", hasSize(0));
        Api.as(Roles.READER)
                .get("/api/v1/indicators/" + indicator + "/series")
                .then()
                .body("items[0].alarms[0].since", equalTo("2025-07-04"));
    }

    @Test
    void historyIsLoadedInSilenceAndNewThresholdsBeginWithIt() {
        csv("time,value\n2025-07-01,2000\n2025-07-02,10\n2025-07-03,3000\n", "signals=false")
                .statusCode(200)
                .body("added", equalTo(3), "signals", hasSize(0));
        post("2025-07-04", 3000).body("signals", hasSize(0));
        define(Map.of("id", "more", "kind", "absolute", "level", 2500));
        post("2025-07-05", 3100).body("signals", hasSize(0));
        post("2025-07-06", 100).body("signals", hasSize(0));
        post("2025-07-07", 2600).body("signals", hasSize(1));
    }

    @Test
    void zerosOfASilentSourceAreJudgedOnceTheyArePassed() {
        Api.as(Roles.EDITOR)
                .body(Map.of(
                        "title",
                        "Flights",
                        "category",
                        "MASS_DEPORTATION",
                        "periodicity",
                        "day",
                        "gaps",
                        "zero",
                        "direction",
                        "down",
                        "source",
                        Map.of("name", "Airport"),
                        "thresholds",
                        List.of(Map.of("id", "none", "kind", "absolute", "level", 0))))
                .put("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(200);
        post("2025-07-01", 20).body("signals", hasSize(0));
        post("2025-07-04", 30).body("signals", hasSize(1));
        Api.as(Roles.READER)
                .get("/api/v1/signals?indicator=" + indicator)
                .then()
                .body("items[0].indicator.observation.from", equalTo("2025-07-02"), "items[0].figures", hasSize(0));
    }

    @Test
    void aTableTellsItsBadLines() {
        csv(
                        """
                        indicator,time,value
                        %1$s,2025-07-01,5
                        nobody-knows-it,2025-07-01,5
                        %1$s,yesterday,5
                        %1$s,2999-01-01,5
                        %1$s,1066-10-14,5
                        %1$s,2025-07-02,NaN
                        %1$s,2025-07-03,1e16
                        %1$s,2025-07-04,
                        %1$s,2025-07-01,5
                        %1$s,2025-07-01,6
                        """
                                .formatted(indicator),
                        "")
                .statusCode(200)
                .body(
                        "added", equalTo(1),
                        "repeated", equalTo(1),
                        "corrected", equalTo(1),
                        "rejected", equalTo(7),
                        "complete", equalTo(true),
                        "problems.line", contains(3, 4, 5, 6, 7, 8, 9),
                        "problems.errors.pointer.flatten()",
                                contains("/indicator", "/time", "/time", "/time", "/value", "/value", "/value"));
    }

    @Test
    void whatCameBeforeABreakIsKept() {
        csv("time,value\n2025-07-01,5\n2025-07-02,\"6\n", "")
                .statusCode(200)
                .body("added", equalTo(1), "complete", equalTo(false), "problems.line", contains(3));
        Api.as(Roles.READER).get(PATH + "?indicator=" + indicator).then().body("items.from", contains("2025-07-01"));
    }

    @Test
    void hashtagsAreUnderstoodOrRefused() {
        csv("Day,Returned\n#date,#affected\n2025-07-01,5\n", "").body("added", equalTo(1));
        csv("Day,Returned\n#date,#colour\n2025-07-01,5\n", "")
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors.pointer", contains("/value"));
        csv("", "").statusCode(400).contentType(PROBLEM);
        csv("#date,#affected+f\n2025-07-02,7\n", "value=%23affected%2Bf").body("added", equalTo(1));
        csv("#date,#affected+f\n2025-07-02,7\n", "value=affected")
                .statusCode(422)
                .contentType(PROBLEM);
    }

    @Test
    void linesOfJsonAreTakenOneByOne() {
        Api.as(Roles.INGEST)
                .contentType("application/x-ndjson")
                .body(bytes("{\"time\":\"2025-07-01\",\"value\":1}\n{\"time\":\n\n"
                        + "{\"time\":\"2025-07-02\",\"value\":\"NaN\"}\n{\"x\":\"" + "y".repeat(20_000) + "\"}\n"))
                .post(PATH + "?indicator=" + indicator)
                .then()
                .statusCode(200)
                .body(
                        "added", equalTo(1),
                        "problems.line", contains(2, 4, 5),
                        "problems.status", contains(400, 422, 413));
        Api.as(Roles.INGEST)
                .contentType("application/x-ndjson")
                .body(bytes("\n\n"))
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType(PROBLEM);
    }

    @Test
    void badObservationsAreRefusedWithTheirPlace() {
        Api.as(Roles.INGEST)
                .body(Map.of("place", "x".repeat(200), "time", "31.12.2025", "note", "y".repeat(900)))
                .post(PATH)
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("errors.pointer", hasItems("/indicator", "/place", "/time", "/value", "/note"));
        for (String body : List.of("{", "[]", "null", "{\"value\": \"many\"}", "{\"value\": [1]}")) {
            Api.as(Roles.INGEST).body(body).post(PATH).then().statusCode(400).contentType(PROBLEM);
        }
        for (String value : List.of("NaN", "1e999", "-1e16", "null")) {
            Api.as(Roles.INGEST)
                    .body("{\"indicator\":\"" + indicator + "\",\"time\":\"2025-07-01\",\"value\":"
                            + (value.equals("NaN") ? "\"NaN\"" : value) + "}")
                    .post(PATH)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/value"));
        }
        Api.as(Roles.READER).body(Map.of()).post(PATH).then().statusCode(403).contentType(PROBLEM);
        Api.as(Roles.INGEST)
                .contentType("application/xml")
                .body("<a/>")
                .post(PATH)
                .then()
                .statusCode(415);
        Api.as(Roles.READER).get(PATH).then().statusCode(422).body("errors.pointer", contains("?indicator"));
        Api.as(Roles.READER)
                .get(PATH + "?indicator=" + indicator + "&from=never")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("?from"));
        Api.as(Roles.READER).get(PATH + "?indicator=nobody-knows-it").then().statusCode(404);
        Api.as(Roles.READER).get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aRepeatedRequestIsCarriedOutOnce() {
        String key = UUID.randomUUID().toString();
        for (String replayed : new String[] {null, "true"}) {
            Api.as(Roles.INGEST)
                    .header("Idempotency-Key", key)
                    .body(Map.of("indicator", indicator, "time", "2025-07-01", "value", 2000))
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed))
                    .body("signals", hasSize(1));
        }
    }

    @Test
    void theListIsPagedFromTheLatest() {
        csv("time,value,place\n2025-07-01,1,AF33\n2025-07-02,2,AF33\n2025-07-03,3,AF33\n2025-07-03,4,Kabul\n", "");
        String next = Api.as(Roles.READER)
                .get(PATH + "?limit=2&place=af33&to=2025-07-03&indicator=" + indicator)
                .then()
                .statusCode(200)
                .body("items.value", contains(3f, 2f))
                .extract()
                .path("next");
        Api.as(Roles.READER)
                .get(PATH + "?limit=2&place=af33&cursor=" + next + "&indicator=" + indicator)
                .then()
                .body("items.value", contains(1f), "next", nullValue());
        Api.as(Roles.READER)
                .get(PATH + "?place=KABUL&indicator=" + indicator)
                .then()
                .body("items.value", contains(4f), "items[0].placeName", equalTo("Kabul"));
    }

    private int signalsOf(double... values) {
        String place = "place " + UUID.randomUUID();
        StringBuilder table = new StringBuilder("time,place,value\n");
        for (int i = 0; i < values.length; i++) {
            table.append(LocalDate.of(2025, 7, 1).plusDays(i))
                    .append(',')
                    .append(place)
                    .append(',');
            table.append(values[i]).append('\n');
        }
        List<String> signals =
                csv(table.toString(), "").statusCode(200).extract().path("signals");
        return signals.size();
    }

    private ValidatableResponse post(String time, double value) {
        return Api.as(Roles.INGEST)
                .body(Map.of("indicator", indicator, "time", time, "value", value))
                .post(PATH)
                .then();
    }

    private ValidatableResponse csv(String table, String query) {
        return Api.as(Roles.INGEST)
                .contentType("text/csv")
                .urlEncodingEnabled(false)
                .body(bytes(table))
                .post(PATH + "?indicator=" + indicator + (query.isEmpty() ? "" : "&" + query))
                .then();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ConsumerRecord<String, byte[]> about(String id, KafkaProbe probe) {
        return probe
                .awaitThat(records -> records.stream().anyMatch(record -> new String(record.value()).contains(id)))
                .stream()
                .filter(record -> new String(record.value()).contains(id))
                .findFirst()
                .orElseThrow();
    }
}
