package org.tocsin.platform.outbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.platform.event.Event;
import org.tocsin.platform.service.ServiceName;
import org.tocsin.platform.testing.KafkaProbe;
import org.tocsin.platform.testing.Outage;
import org.tocsin.platform.testing.TocsinStack;
import org.tocsin.platform.trial.TrialService;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.common.annotation.Identifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithTestResource(TocsinStack.class)
@TestProfile(TrialService.class)
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    OutboxRepository repository;

    @Inject
    OutboxConfig config;

    @Inject
    Clock clock;

    @Inject
    jakarta.enterprise.event.Event<RefusedRecord> refusals;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> broker;

    @Test
    void anEventArrivesAsACloudEventInBinaryMode() {
        try (KafkaProbe probe = KafkaProbe.open("outbox-form")) {
            var time = clock.instant();
            transact(() -> outbox.add("outbox-form", "k", "org.tocsin.t.v1", "id-1", "s", time, Map.of("ü", 1)));

            ConsumerRecord<String, byte[]> record = probe.await(1).get(0);

            assertThat(record.key()).isEqualTo("k");
            assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"ü\":1}");
            Map<String, String> headers = new HashMap<>();
            record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            assertThat(headers)
                    .containsOnly(
                            Map.entry("ce_specversion", "1.0"),
                            Map.entry("ce_id", "id-1"),
                            Map.entry("ce_type", "org.tocsin.t.v1"),
                            Map.entry("ce_source", "/tocsin/trial"),
                            Map.entry("ce_subject", "s"),
                            Map.entry("ce_time", time.toString()),
                            Map.entry("content-type", "application/json"));
        }
    }

    @Test
    void aRolledBackTransactionSendsNothing() {
        try (KafkaProbe probe = KafkaProbe.open("outbox-rollback")) {
            assertThatThrownBy(() -> transact(() -> {
                        outbox.add(event("outbox-rollback", "k", "lost"));
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            transact(() -> outbox.add(event("outbox-rollback", "k", "kept")));

            assertThat(values(probe.await(1))).containsExactly("kept");
        }
    }

    @Test
    void withoutATransactionNothingIsAdded() {
        assertThatThrownBy(() -> outbox.add(event("outbox-none", "k", "x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEventLargerThanTheBrokerTakesIsRefusedWhenItIsAdded() {
        byte[] large = new byte[1_000_000];
        Arrays.fill(large, (byte) ' ');
        Event event = new Event("id", "t", null, clock.instant(), "outbox-large", "k", large);
        assertThatThrownBy(() -> transact(() -> outbox.add(event))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCommitWakesTheRelay() {
        try (KafkaProbe probe = KafkaProbe.open("outbox-latency")) {
            transact(() -> outbox.add(event("outbox-latency", "k", "warm up")));
            probe.await(1);
            List<Long> millis = new ArrayList<>();
            for (int round = 1; round <= 20; round++) {
                int expected = round + 1;
                String value = "v" + round;
                transact(() -> outbox.add(event("outbox-latency", "k", value)));
                long committed = System.currentTimeMillis();
                ConsumerRecord<String, byte[]> record =
                        probe.awaitThat(all -> all.size() == expected).get(round);
                // The time that the producer has put into the record is when it was sent.
                millis.add(record.timestamp() - committed);
            }
            millis.sort(null);
            assertThat(millis.get(10)).as("median of %s ms", millis).isLessThan(100);
        }
    }

    @Test
    void aThousandEventsOfFewKeysKeepTheirOrderWithTwoReplicas() throws InterruptedException {
        RecordSender secondSender =
                new RecordSender(broker, new SimpleMeterRegistry(), new ServiceName("second-replica"));
        OutboxRelay second = new OutboxRelay(repository, secondSender, config, refusals);
        try (KafkaProbe probe = KafkaProbe.open("outbox-order")) {
            second.start(new StartupEvent());
            for (int chunk = 0; chunk < 40; chunk++) {
                int first = chunk * 50;
                transact(() -> IntStream.range(first, first + 50)
                        .forEach(n -> outbox.add(event("outbox-order", "k" + n % 7, Integer.toString(n)))));
                second.wake();
            }

            List<ConsumerRecord<String, byte[]>> records = probe.await(2000);

            assertThat(records).hasSize(2000);
            assertInOrderPerKey(records);
        } finally {
            second.stop(new ShutdownEvent());
        }
    }

    @Test
    void whileTheBrokerIsAwayEventsWaitAndThenComeInOrder() {
        try (KafkaProbe probe = KafkaProbe.open("outbox-away")) {
            transact(() -> outbox.add(event("outbox-away", "k", "0")));
            probe.await(1);
            Outage.ofBroker(() -> {
                for (int n = 1; n < 1500; n++) {
                    String value = Integer.toString(n);
                    transact(() -> outbox.add(event("outbox-away", "k", value)));
                }
                assertThat(backlog().rows()).isGreaterThanOrEqualTo(1000);
                await().until(() -> backlog().oldestSeconds() > 1);
            });
            List<ConsumerRecord<String, byte[]>> records = probe.await(1500);

            assertThat(values(records))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 1500).mapToObj(Integer::toString).toList());
            await().until(() -> backlog().rows() == 0);
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheRelayWaits() {
        try (KafkaProbe probe = KafkaProbe.open("outbox-database")) {
            transact(() -> outbox.add(event("outbox-database", "k", "before")));
            Outage.ofDatabase(
                    () -> assertThatThrownBy(() -> transact(() -> outbox.add(event("outbox-database", "k", "never"))))
                            .isNotNull());
            await().ignoreExceptions().until(() -> {
                transact(() -> outbox.add(event("outbox-database", "k", "after")));
                return true;
            });

            assertThat(values(probe.awaitThat(all -> values(all).contains("after"))))
                    .contains("before", "after")
                    .doesNotContain("never");
        }
    }

    private OutboxRepository.Backlog backlog() {
        return QuarkusTransaction.requiringNew().call(repository::backlog);
    }

    private static void assertInOrderPerKey(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, Integer> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            int number = Integer.parseInt(new String(record.value(), UTF_8));
            Integer before = last.put(record.key(), number);
            assertThat(before == null || before < number)
                    .as("%s before %s of key %s", before, number, record.key())
                    .isTrue();
        }
    }

    private Event event(String topic, String key, String value) {
        return new Event(
                UUID.randomUUID().toString(),
                "org.tocsin.t.v1",
                null,
                clock.instant(),
                topic,
                key,
                value.getBytes(UTF_8));
    }

    private static List<String> values(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    private static void transact(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
