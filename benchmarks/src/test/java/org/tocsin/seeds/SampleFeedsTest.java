package org.tocsin.seeds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The sample feeds and the expectation of what they lead to fit together. */
class SampleFeedsTest {

    static List<JsonNode> outlets() {
        return SampleFeeds.outlets();
    }

    static List<JsonNode> events() {
        return SampleFeeds.events();
    }

    @Test
    void everyItemIsExpectedToDoSomethingFromItsWaveOn() {
        Map<String, Integer> published = new TreeMap<>();
        outlets().forEach(outlet -> published.putAll(SampleFeeds.firstWaves(outlet)));
        Map<String, Integer> expected = new TreeMap<>();
        SampleFeeds.expectations()
                .forEach(item -> expected.put(
                        item.path("guid").asText(), item.path("wave").asInt()));

        assertThat(expected).isEqualTo(published);
    }

    @Test
    void noItemBothMakesAnAlertAndMustNot() {
        Set<String> seen = new HashSet<>();

        assertThat(SampleFeeds.expectations().map(item -> item.path("guid").asText()))
                .allMatch(seen::add);
    }

    @Test
    void thereAreTenLanguagesAndManyTraps() {
        assertThat(outlets())
                .extracting(outlet -> outlet.path("language").asText())
                .contains("en", "fa", "fa-AF", "ps", "ur", "ar", "tr", "de", "fr", "es");
        assertThat(SampleFeeds.expectations()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(SampleFeeds.expectations().filter(item -> item.has("reason")))
                .hasSizeGreaterThanOrEqualTo(30);
    }

    /** So that the n-th file of an outlet is what it shows from the n-th wave on. */
    @ParameterizedTest
    @MethodSource("outlets")
    void noOutletSkipsAWave(JsonNode outlet) {
        List<String> files =
                SampleFeeds.elements(outlet.path("waves")).map(JsonNode::asText).toList();

        for (int place = 0; place < files.size(); place++) {
            assertThat(SampleFeeds.wave(files.get(place))).isEqualTo(place + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("outlets")
    void aWaveKeepsWhatWasThere(JsonNode outlet) {
        List<Set<String>> waves = new ArrayList<>();
        SampleFeeds.elements(outlet.path("waves"))
                .forEach(file -> waves.add(SampleFeeds.guids(SampleFeeds.DEMO.resolve(file.asText()))));

        for (int later = 1; later < waves.size(); later++) {
            assertThat(waves.get(later))
                    .containsAll(waves.get(later - 1))
                    .hasSizeGreaterThan(waves.get(later - 1).size());
        }
    }

    @ParameterizedTest
    @MethodSource("outlets")
    void aFeedSaysItsLanguageAndDatesAllItems(JsonNode outlet) {
        Document feed = SampleFeeds.parse(
                SampleFeeds.DEMO.resolve(outlet.path("waves").get(0).asText()));
        boolean atom = outlet.path("format").asText().equals("atom");
        String items = atom ? "entry" : "item";
        String date = atom ? "published" : "pubDate";

        assertThat(
                        atom
                                ? feed.getDocumentElement().getAttribute("xml:lang")
                                : feed.getElementsByTagName("language").item(0).getTextContent())
                .isEqualTo(outlet.path("language").asText());
        assertThat(SampleFeeds.elements(feed.getElementsByTagName(items)))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(
                                item.getElementsByTagName(date).item(0).getTextContent())
                        .containsAnyOf("2025-07-", "Jul 2025"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventStartsWithItsFirstReport(JsonNode event) {
        assertThat(SampleFeeds.elements(event.path("items"))
                        .map(item -> item.path("relation").asText()))
                .startsWith("ORIGINAL")
                .containsOnlyOnce("ORIGINAL")
                .isSubsetOf("ORIGINAL", "COPY", "INDEPENDENT", "UPDATE");
    }

    @ParameterizedTest
    @MethodSource("events")
    void aCopyComesAfterWhatItCopiesAndFromTheSameOwners(JsonNode event) {
        Map<String, String> owners = owners();
        List<String> before = new ArrayList<>();

        for (JsonNode item : event.path("items")) {
            String guid = item.path("guid").asText();
            if (item.path("relation").asText().equals("COPY")) {
                String of = item.path("of").asText();
                assertThat(before).contains(of);
                assertThat(owners.get(guid)).isEqualTo(owners.get(of));
            }
            before.add(guid);
        }
    }

    private static Map<String, String> owners() {
        Map<String, String> owners = new HashMap<>();
        outlets().forEach(outlet -> SampleFeeds.firstWaves(outlet)
                .keySet()
                .forEach(guid -> owners.put(guid, outlet.path("ownerGroup").asText())));
        return owners;
    }
}
