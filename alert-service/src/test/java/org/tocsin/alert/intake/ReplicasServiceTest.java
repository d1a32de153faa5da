package org.tocsin.alert.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.TestTokens;
import org.tocsin.platform.testing.TocsinStack;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two consumers of one group share the signals, and a third takes partitions over in the middle and goes again without
 * having committed: the alerts are those that one consumer would make, each document once.
 */
@QuarkusTest
@TestProfile(ReplicasServiceTest.TwoConsumers.class)
@WithTestResource(TocsinStack.class)
class ReplicasServiceTest {

    private static final List<String> COUNTRIES = List.of(
            "BR", "CL", "PE", "EC", "BO", "PY", "UY", "AR", "VE", "GY", "SR", "PA", "BJ", "TG", "GH", "CI", "LR", "SL",
            "GN", "GW", "SN", "GM", "CM", "GA");
    private static final List<String> TOWNS = List.of(
            "Corumba",
            "Mirandela",
            "Tacnavia",
            "Huaquillas",
            "Desaguadero",
            "Encarnita",
            "Rivadela",
            "Posadilla",
            "Cucutela",
            "Lethemburg",
            "Nickerton",
            "Pasolanca",
            "Bragantina",
            "Colchanito",
            "Ilavera",
            "Tulcanez",
            "Villazonte",
            "Pedrojuan",
            "Chuyales",
            "Quiacala",
            "Apurenga",
            "Bonfimar",
            "Albinador",
            "Darienco");
    private static final Instant DAY = Instant.parse("2025-03-03T06:00:00Z");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    /** As many consumers as replicas would be. */
    public static final class TwoConsumers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("mp.messaging.incoming.signals.partitions", "2");
        }
    }

    @Test
    void severalReplicasMakeTheAlertsThatOneWouldMake() {
        try (KafkaProbe signals = KafkaProbe.open("signals")) {
            List<SignalJson> all = signals();
            Collections.shuffle(all, new Random(4));
            publish(signals, all.subList(0, all.size() / 2));
            interfere();
            publish(signals, all.subList(all.size() / 2, all.size()));
        }
        Map<String, List<Integer>> expected = new HashMap<>();
        COUNTRIES.forEach(country -> expected.put(country, List.of(4)));

        Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> assertThat(reportsByAlert())
                .isEqualTo(expected));
    }

    private static void publish(KafkaProbe probe, List<SignalJson> signals) {
        signals.forEach(signal -> probe.publish(signal.key(), SignalJson.TYPE, signal.json()));
    }

    /** Joins the group, takes records and leaves: the group shares its partitions anew twice. */
    private void interfere() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                brokers,
                "group.id",
                "alert-service",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest");
        try (var third = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            third.subscribe(List.of("signals"));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                third.poll(Duration.ofMillis(200));
                return !third.assignment().isEmpty();
            });
        }
    }

    private static Map<String, List<Integer>> reportsByAlert() {
        Map<String, List<Integer>> reports = new HashMap<>();
        for (String country : COUNTRIES) {
            JsonPath page = given().header("Authorization", TestTokens.bearer("reader"))
                    .get("/api/v1/alerts?limit=50&since=2025-03-01&until=2025-04-01&country=" + country)
                    .jsonPath();
            List<Integer> counts = new ArrayList<>(page.getList("items.reportCount", Integer.class));
            Collections.sort(counts);
            reports.put(country, counts);
        }
        return reports;
    }

    /**
     * In each country an event with an original, its copy, an independent report and an update. Every other one is seen
     * as displacement, so that the reports of an event come by different partitions.
     */
    private static List<SignalJson> signals() {
        List<SignalJson> signals = new ArrayList<>();
        for (int event = 0; event < TOWNS.size(); event++) {
            String country = COUNTRIES.get(event);
            String town = TOWNS.get(event);
            long people = 1_137L + event * 211L;
            String original = "Police drove " + people + " people out of " + town
                    + " before dawn and put them on buses to"
                    + " the frontier, the mayor of " + town + " said. Shops stayed shut and a school was used to hold"
                    + " families until noon. A priest counted the buses.";
            signals.add(signal(country, town, people, 0, "Mass expulsion empties " + town, original));
            signals.add(signal(country, town, people, 2, "Buses leave " + town + " at dawn", original));
            signals.add(signal(
                    country,
                    town,
                    people,
                    4,
                    people + " expelled from " + town,
                    "Human rights lawyers in " + town + " confirmed that " + people
                            + " residents had been deported on Monday."));
            signals.add(signal(
                    country,
                    town,
                    people,
                    26,
                    "After " + town + ": families look for each other",
                    "Of the " + people + " people expelled from " + town
                            + " on 3 March, dozens have not been heard of, relatives said."));
        }
        return signals;
    }

    private static SignalJson signal(String country, String town, long people, int hours, String title, String text) {
        Instant at = DAY.plus(Duration.ofHours(hours));
        return SignalJson.example()
                .set("country", country)
                .set("category", hours % 4 == 0 ? "MASS_DEPORTATION" : "FORCED_DISPLACEMENT")
                .set("places", List.of(Map.of("name", town, "country", country)))
                .people(people)
                .figure(figure -> figure.put("from", "2025-03-03").put("to", "2025-03-03"))
                .source("Outlet " + town + hours, null, "B")
                .document("url", "https://outlet" + hours + ".example.org/" + country + "/" + town)
                .document("title", title)
                .document("text", text)
                .document("publishedAt", at)
                .document("receivedAt", at.plusSeconds(60));
    }
}
