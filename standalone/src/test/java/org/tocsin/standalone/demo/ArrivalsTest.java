package org.tocsin.standalone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTest {

    private static final Instant NOW = Instant.parse("2026-02-01T10:00:00Z");
    private static final String DELIVERY = "0198a3c2-2b00-7e53-9d66-1b2c3d4e5f60";

    private final Arrivals arrivals = new Arrivals(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void bringsTheMailOfAVersionToItsWebhook() throws Exception {
        arrivals.add(webhook(NOW, false));
        assertThat(arrivals.take(ArrivalsTest::ledger)).isEmpty();

        arrivals.add(mail());

        assertThat(arrivals.take(ArrivalsTest::ledger)).singleElement().satisfies(arrival -> {
            assertThat(arrival.mail()).isTrue();
            assertThat(arrival.verified()).isTrue();
            assertThat(arrival.change()).isEqualTo("opened");
            assertThat(arrival.countries()).isEqualTo(List.of("IR"));
        });
        assertThat(arrivals.take(ArrivalsTest::ledger)).isEmpty();
    }

    @Test
    void doesNotWaitForAMailForEver() throws Exception {
        arrivals.add(webhook(NOW.minus(Duration.ofSeconds(7)), false));

        assertThat(arrivals.take(ArrivalsTest::ledger)).singleElement().matches(arrival -> !arrival.mail());
    }

    @Test
    void tellsARepetitionOnce() throws Exception {
        arrivals.add(webhook(NOW.minus(Duration.ofSeconds(7)), true));

        assertThat(arrivals.take(ArrivalsTest::ledger)).isEmpty();
    }

    private static ReceivedMail mail() {
        String source = "Message-ID: <" + DELIVERY + "@tocsin.example>\n\nText";
        return ReceivedMail.read(1, "x@y", NOW, source.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode ledger(String delivery) {
        assertThat(delivery).isEqualTo(DELIVERY);
        return new ObjectMapper().createObjectNode().put("alert", "a").put("version", 2);
    }

    private static ReceivedWebhook webhook(Instant at, boolean repeated) throws Exception {
        JsonNode body = new ObjectMapper()
                .readTree(
                        """
                        {"type":"alert.opened",
                         "data":{"id":"a","version":2,"band":"SEVERE","severity":61,"countries":["IR"],"title":"t"}}
                        """);
        return new ReceivedWebhook("msg_1", at, true, repeated, body);
    }
}
