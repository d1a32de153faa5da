package org.tocsin.alert.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.EventContract;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

/** Signals in, alerts over REST and events out, with a real broker and database. */
@QuarkusTest
@WithTestResource(TocsinStack.class)
class SignalIntakeServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private KafkaProbe signals;
    private KafkaProbe alerts;

    @BeforeEach
    void open() {
        signals = KafkaProbe.open("signals");
        alerts = KafkaProbe.open("alerts");
    }

    @AfterEach
    void close() {
        signals.close();
        alerts.close();
    }

    @Test
    void aSignalOpensAnAlertThatEverybodyIsToldOf() throws IOException {
        var signal = SignalJson.example().country("OM");
        String eventId = publish(signal);

        JsonNode event = eventOf(signal, 1);
        assertThat(event.at("/change/kind").asText()).isEqualTo("OPENED");
        assertThat(event.at("/alert/version").asInt()).isEqualTo(1);
        assertThat(event.at("/alert/title").asText()).isEqualTo("Oman: at least 29,000 people deported");
        assertThat(event.at("/alert/openedAt").asText()).isEqualTo("2025-07-14T06:20:00Z");
        given().header("Authorization", TestTokens.bearer("reader"))
                .get("/api/v1/alerts/" + event.at("/alert/id").asText())
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("band", equalTo("SEVERE"))
                .body("reports", hasSize(1))
                .body("reports[0].relation", equalTo("ORIGINAL"));
        assertThat(eventId).isNotBlank();
    }

    @Test
    void aSeriesOpensAnAlertThatReportsJoin() throws IOException {
        UUID id = UUID.randomUUID();
        ObjectNode series = (ObjectNode) JSON.readTree(EventContract.example(SignalJson.TYPE, "series"));
        series.put("signalId", UUID.randomUUID().toString()).put("country", "TM");
        ((ObjectNode) series.at("/indicator/observation")).put("id", id.toString());
        signals.publish("MASS_DEPORTATION/TM", SignalJson.TYPE, series.toString());
        String alert = awaitAlert("TM", 1);

        given().header("Authorization", TestTokens.bearer("reader"))
                .get("/api/v1/alerts/" + alert)
                .then()
                .statusCode(200)
                .body("title", equalTo("Turkmenistan: 29,150 people deported (Herat)"))
                .body("openedAt", equalTo("2025-07-14T00:00:00Z"))
                .body("reports[0].documentId", equalTo(id.toString()))
                .body("reports[0].source", equalTo("Border office of Herat"))
                .body("reports[0].rules", equalTo(List.of("returns-islam-qala/spike")))
                .body("reports[0].quotes[0]", startsWith("29,150 people in Herat on 13 July 2025: above 14,210.5"));

        // Another threshold that the same observation has passed belongs to the same report.
        series.put("signalId", UUID.randomUUID().toString()).put("rule", "returns-islam-qala/many");
        signals.publish("MASS_DEPORTATION/TM", SignalJson.TYPE, series.toString());
        var report = SignalJson.example()
                .country("TM")
                .set("places", List.of(Map.of("name", "Herat", "country", "AF", "pcode", "AF32")))
                .people(29_000);
        publish(report);
        awaitAlert("TM", 2);
        given().header("Authorization", TestTokens.bearer("reader"))
                .get("/api/v1/alerts/" + alert)
                .then()
                .body("reports.relation", equalTo(List.of("ORIGINAL", "INDEPENDENT")))
                .body("reports[0].rules", equalTo(List.of("returns-islam-qala/many", "returns-islam-qala/spike")));
    }

    /** The one alert of a country, once it has so many reports. */
    private static String awaitAlert(String country, int reports) {
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(
                        () -> given().header("Authorization", TestTokens.bearer("reader"))
                                .get("/api/v1/alerts?country=" + country)
                                .then()
                                .extract(),
                        answer -> List.of(reports)
                                .equals(answer.<List<List<Object>>>path("items.reports").stream()
                                        .map(List::size)
                                        .toList()))
                .path("items[0].id");
    }

    @Test
    void aSignalThatComesTwiceChangesNothing() throws IOException {
        var signal = SignalJson.example().country("QA");
        String eventId = publish(signal);
        JsonNode first = eventOf(signal, 1);

        signals.publish(eventId, signal.key(), SignalJson.TYPE, signal.json());
        signals.publish(signal.key(), SignalJson.TYPE, signal.json());
        var later = SignalJson.example()
                .country("QA")
                .source("Second Voice", "second", "A")
                .document("url", "https://second.example.org/1")
                .document("title", "Another headline")
                .document("text", "Officials in Doha gave a figure on Monday.");
        publish(later);

        JsonNode second = eventOf(later, 2);
        assertThat(second.at("/alert/id").asText())
                .isEqualTo(first.at("/alert/id").asText());
        assertThat(second.at("/alert/reports")).hasSize(2);
    }

    @Test
    void copiesAttachInSilence() throws IOException {
        var signal = SignalJson.example().country("KW");
        publish(signal);
        JsonNode opened = eventOf(signal, 1);
        var copy = SignalJson.example()
                .country("KW")
                .source("Copycat", "other", "D")
                .document("url", "https://copycat.example.org/1")
                .document("title", "A headline of its own");
        publish(copy);

        String id = opened.at("/alert/id").asText();
        Awaitility.await().untilAsserted(() -> given().header("Authorization", TestTokens.bearer("reader"))
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .body("reportCount", equalTo(2))
                .body("independentSources", equalTo(1))
                .body("version", equalTo(1)));
    }

    @Test
    void aTextThatComesAfterItsCopyTakesItsPlace() throws IOException {
        // Of its own, so that it is no copy of what other tests tell.
        String told =
                "Coast guards at Aden put two boatloads of Somali labourers back to sea on Sunday night, the harbour"
                        + " master said. Fishermen heard shouting near the breakwater and saw lanterns go out one after another"
                        + " until only the pilot's launch was left.";
        var copy = SignalJson.example()
                .country("ZW")
                .source("Copycat", "other", "D")
                .document("url", "https://copycat.example.org/2")
                .document("publishedAt", "2025-07-14T05:40:00Z")
                .document("title", "A headline of its own")
                .document("text", told);
        publish(copy);
        JsonNode opened = eventOf(copy, 1);
        var text = SignalJson.example()
                .country("ZW")
                .document("publishedAt", "2025-07-14T05:10:00Z")
                .document("text", told);
        publish(text);

        String id = opened.at("/alert/id").asText();
        Awaitility.await().untilAsserted(() -> given().header("Authorization", TestTokens.bearer("reader"))
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .body("independentSources", equalTo(1))
                .body(
                        "reports.documentId",
                        equalTo(List.of(
                                text.documentId().toString(), copy.documentId().toString())))
                .body("reports.relation", equalTo(List.of("ORIGINAL", "COPY")))
                .body("reports[1].copyOf", equalTo(text.documentId().toString())));
    }

    @Test
    void aGrowingFigureThatLiftsTheBandEscalates() throws IOException {
        var small = SignalJson.example().country("BH").people(81);
        publish(small);
        JsonNode opened = eventOf(small, 1);
        assertThat(opened.at("/alert/band").asText()).isEqualTo("MODERATE");
        var large = SignalJson.example()
                .country("BH")
                .people(300)
                .document("url", "https://news.example.org/2025/07/14/more")
                .document("title", "More people on the way out")
                .document("publishedAt", "2025-07-14T09:20:00Z")
                .document("receivedAt", "2025-07-14T09:24:00Z")
                .document("text", "By noon the number was 300, the governor said.");
        publish(large);

        JsonNode escalated = eventOf(large, 2);
        assertThat(escalated.at("/change/kind").asText()).isEqualTo("ESCALATED");
        assertThat(escalated.at("/change/previousBand").asText()).isEqualTo("MODERATE");
        assertThat(escalated.at("/alert/id")).isEqualTo(opened.at("/alert/id"));
    }

    private String publish(SignalJson signal) {
        return signals.publish(signal.key(), SignalJson.TYPE, signal.json());
    }

    /** The event of the alert that holds the signal's document. */
    private JsonNode eventOf(SignalJson signal, int version) throws IOException {
        var found = alerts.awaitThat(records -> records.stream().anyMatch(record -> holds(record, signal, version)));
        ConsumerRecord<String, byte[]> event = found.stream()
                .filter(record -> holds(record, signal, version))
                .findFirst()
                .orElseThrow();
        assertThat(EventContract.violations(KafkaProbe.header(event, "ce_type"), event.value()))
                .isEmpty();
        assertThat(event.key())
                .isEqualTo(JSON.readTree(event.value()).at("/alert/id").asText());
        return JSON.readTree(event.value());
    }

    private static boolean holds(ConsumerRecord<String, byte[]> record, SignalJson signal, int version) {
        try {
            JsonNode alert = JSON.readTree(record.value()).get("alert");
            UUID document = signal.documentId();
            return alert.get("version").asInt() == version
                    && alert.get("reports").findValuesAsText("documentId").contains(document.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
