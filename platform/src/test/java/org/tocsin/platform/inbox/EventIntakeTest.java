package org.tocsin.platform.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.Outage;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialConsumer;
import org.tocsin.platform.trial.TrialService;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.platform.testing.KafkaProbe.header;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class EventIntakeTest {

    private static final String TYPE = "org.tocsin.trial.v1";

    @Inject
    TrialConsumer consumer;

    @Inject
    AgroalDataSource dataSource;

    private KafkaProbe trials;
    private KafkaProbe answers;
    private KafkaProbe deadLetters;

    @BeforeEach
    void open() {
        trials = KafkaProbe.open("trials");
        answers = KafkaProbe.open("answers");
        deadLetters = KafkaProbe.open("trials.trial.dlq");
    }

    @AfterEach
    void close() {
        trials.close();
        answers.close();
        deadLetters.close();
    }

    @Test
    void anEventThatComesTwiceHasItsEffectOnce() {
        String id = trials.publish("k", TYPE, "{\"n\":1}");
        trials.publish(id, "k", TYPE, "{\"n\":1}");
        answers.await(1);
        trials.publish(id, "k", TYPE, "{\"n\":1}");
        String last = trials.publish("k", TYPE, "{\"n\":2}");

        assertThat(answeredIds(answers.await(2))).containsExactly(id, last);
        assertThat(consumer.handled()).containsOnlyOnce(id + " {\"n\":1}");
    }

    @Test
    void aBadEventIsSetAsideWithItsReasonAndTheOthersGoOn() {
        String before = UUID.randomUUID().toString();
        String bad = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        consumer.fail(bad, "the category is unknown");

        trials.publish(before, "k", TYPE, "{}");
        trials.publish(bad, "k", TYPE, "{\"bad\":true}");
        trials.publish(after, "k", TYPE, "{}");

        assertThat(answeredIds(answers.await(2))).containsExactly(before, after);
        ConsumerRecord<String, byte[]> dead = deadLetters.await(1).get(0);
        assertThat(dead.key()).isEqualTo("k");
        assertThat(dead.value()).asString(UTF_8).isEqualTo("{\"bad\":true}");
        assertThat(header(dead, "ce_id")).isEqualTo(bad);
        assertThat(header(dead, "dead-letter-reason")).isEqualTo("the category is unknown");
        assertThat(header(dead, "dead-letter-topic")).isEqualTo("trials");
    }

    @Test
    void anUnexpectedExceptionTellsItsNameAndNotItsMessage() {
        String bad = UUID.randomUUID().toString();
        consumer.fail(bad, new IllegalArgumentException("with a secret of the payload"));

        trials.publish(bad, "k", TYPE, "{}");

        assertThat(header(deadLetters.await(1).get(0), "dead-letter-reason")).isEqualTo("IllegalArgumentException");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ce_id          |                              | {}      | header ce_id is missing
                    ce_type        |                              | {}      | header ce_type is missing
                    ce_source      |                              | {}      | header ce_source is missing
                    ce_specversion | 0.3                          | {}      | ce_specversion is not 1.0
                    ce_time        | yesterday                    | {}      | ce_time is not a time stamp of RFC 3339
                    content-type   | text/xml                     | {}      | content-type is not JSON
                    content-type   | application/cloudevents+json | {}      | structured mode is not supported, send binary mode
                    none           |                              | {"a":   | the data is not JSON
                    none           |                              | [1]     | the data is not a JSON object
                    none           |                              | {} {}   | something follows the JSON object
                    none           |                              |         | the record has no value
                    """)
    void whatIsNoCloudEventIsSetAside(String headerName, String headerValue, String value, String reason) {
        Map<String, String> headers = goodHeaders();
        if (headerValue == null) {
            headers.remove(headerName);
        } else {
            headers.put(headerName, headerValue);
        }

        trials.write("k", headers, value == null ? null : value.getBytes(UTF_8));
        String next = trials.publish("k", TYPE, "{}");

        assertThat(header(deadLetters.await(1).get(0), "dead-letter-reason")).isEqualTo(reason);
        assertThat(answeredIds(answers.await(1))).containsExactly(next);
    }

    @Test
    void bytesThatPostgresCannotStoreAsTextStopNothing() {
        Map<String, String> headers = goodHeaders();
        headers.put("ce_id", "nul\0 in the id");
        headers.put("other\0", "\0");
        headers.put("ce_time", "x");
        trials.write("key with \0", headers, new byte[] {0, 1, (byte) 0xFF});
        String next = trials.publish("k", TYPE, "{}");

        assertThat(deadLetters.await(1)).hasSize(1);
        assertThat(answeredIds(answers.await(1))).containsExactly(next);
    }

    @Test
    void anOversizedEventIsSetAside() {
        String large = "{\"a\":\"" + "x".repeat(1_020_000) + "\"}";
        String oversized = "{\"a\":\"" + "x".repeat(1_048_000) + "\"}";
        Map<String, String> headers = goodHeaders();
        trials.write("k", goodHeaders(), oversized.getBytes(UTF_8));
        headers.remove("ce_type");
        trials.write("k", headers, large.getBytes(UTF_8));
        String next = trials.publish("k", TYPE, "{}");

        assertThat(answeredIds(answers.await(1))).contains(next);
        assertThat(deadLetters.await(1)).anySatisfy(dead -> {
            assertThat(dead.value()).isNull();
            assertThat(header(dead, "dead-letter-value")).isNotNull();
        });
    }

    @Test
    void whileTheDatabaseIsAwayEventsWait() {
        answers.records();
        String during = UUID.randomUUID().toString();
        Outage.ofDatabase(() -> trials.publish(during, "k", TYPE, "{}"));
        assertThat(answeredIds(answers.await(1))).containsExactly(during);
        assertThat(deadLetters.records()).isEmpty();
    }

    private static Map<String, String> goodHeaders() {
        Map<String, String> headers = new HashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", TYPE);
        headers.put("ce_source", "/test");
        return headers;
    }

    private static List<String> answeredIds(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> String.valueOf(header(record, "ce_subject")))
                .toList();
    }
}
