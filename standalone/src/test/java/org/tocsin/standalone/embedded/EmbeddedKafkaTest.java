package org.tocsin.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.standalone.process.StartException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedKafkaTest {

    private static final String TOPIC = "notes";

    @TempDir
    private Path folder;

    @Test
    void keepsWhatWasAcknowledgedAndWhatWasReadWhenItIsKilled() throws Exception {
        EmbeddedKafka first = EmbeddedKafka.start(folder, 0);
        send(first, "one", "two");
        assertThat(read(first, 2)).containsExactlyInAnyOrder("one", "two");
        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        first.onExit().join();

        try (EmbeddedKafka second = EmbeddedKafka.start(folder, first.port())) {
            send(second, "three");
            assertThat(read(second, 1)).containsExactly("three");
        }
    }

    @Test
    void takesARecordOfThreeMegabytes() throws Exception {
        try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0)) {
            String large = "x".repeat(3_000_000);
            send(broker, large);
            assertThat(read(broker, 1)).containsExactly(large);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.getLocalPort()))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for Kafka cannot be opened");
        }
    }

    @Test
    void saysThatTheFolderIsDamaged() throws IOException {
        EmbeddedKafka.start(folder, 0).close();
        Files.writeString(folder.resolve("log/meta.properties"), "version=7\n");

        assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Kafka ended with code")
                .hasMessageContaining("meta.properties")
                .hasMessageNotContaining("\n");
    }

    private static void send(EmbeddedKafka broker, String... values) throws Exception {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all", "max.request.size", 4_000_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC, value)).get(20, TimeUnit.SECONDS);
            }
        }
    }

    private static List<String> read(EmbeddedKafka broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "reader",
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(200))) {
                    values.add(found.value());
                }
                return values.size() >= count;
            });
            consumer.commitSync();
        }
        return values;
    }
}
