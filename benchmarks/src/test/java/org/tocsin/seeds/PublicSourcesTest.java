package org.tocsin.seeds;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The public sources to start with are written down completely and only once. */
class PublicSourcesTest {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static List<JsonNode> sources() {
        return SampleFeeds.elements(SampleFeeds.yaml(SampleFeeds.SEEDS.resolve("sources.yaml"))
                        .path("sources"))
                .toList();
    }

    @Test
    void noAddressAndNoNameOccursTwice() {
        assertThat(sources()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(sources()).extracting(it -> it.path("url").asText()).doesNotHaveDuplicates();
        assertThat(sources()).extracting(it -> it.path("name").asText()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void aSourceIsComplete(JsonNode source) {
        URI address = URI.create(source.path("url").asText());

        assertThat(address.getScheme()).isEqualTo("https");
        assertThat(address.getHost()).contains(".");
        assertThat(COUNTRIES).contains(source.path("country").asText());
        assertThat(source.path("language").asText()).matches("[a-z]{2}(-[A-Z]{2})?");
        assertThat(source.path("reliability").asText()).matches("[A-F]");
        assertThat(source.path("ownerGroup").asText()).matches("[a-z0-9-]+");
        assertThat(Duration.parse(source.path("pollInterval").asText()))
                .isBetween(Duration.ofMinutes(5), Duration.ofHours(24));
    }
}
