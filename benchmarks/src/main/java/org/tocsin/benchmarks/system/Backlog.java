package org.tocsin.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What is still on its way inside a running Tocsin, read from its database and its broker. */
public final class Backlog implements AutoCloseable {

    /** Who reads which topic. */
    private static final Map<String, String> READERS =
            Map.of("documents", "monitor", "signals", "alert", "alerts", "notify");

    private static final int PATIENCE_SECONDS = 10;

    private final String url;
    private final String password;
    private final Admin admin;

    private Backlog(String url, String password, Admin admin) {
        this.url = url;
        this.password = password;
        this.admin = admin;
    }

    public static Backlog of(RunningTocsin tocsin) throws IOException {
        Path passwordFile = tocsin.data().resolve("postgres/password");
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + tocsin.settings().kafkaPort());
        return new Backlog(
                "jdbc:postgresql://127.0.0.1:" + tocsin.settings().postgresPort() + "/tocsin?socketTimeout=60",
                Files.readString(passwordFile).strip(),
                Admin.create(client));
    }

    /**
     * What is on its way.
     *
     * @param outbox events that wait to be sent, of all services
     * @param lag events that are sent and not yet taken in, of all readers
     * @param deliveries owed and not yet made
     */
    public record Amount(long outbox, long lag, long deliveries) {

        public boolean none() {
            return outbox == 0 && lag == 0 && deliveries == 0;
        }
    }

    /** The amount at this moment; what the services fetch meanwhile may be seen twice or not at all. */
    public Amount amount() throws SQLException, ExecutionException, InterruptedException, TimeoutException {
        // In the direction of the flow: what moves on while we look is seen again, not missed.
        long outbox = outbox("monitor");
        long lag = lag("documents");
        outbox += outbox("monitor");
        lag += lag("signals");
        outbox += outbox("alert");
        lag += lag("alerts");
        return new Amount(
                outbox,
                lag,
                number("SELECT count(*) FROM notify.delivery WHERE status = 'PENDING'") + outbox("notify"));
    }

    private long outbox(String schema) throws SQLException {
        return number("SELECT count(*) FROM " + schema + ".outbox");
    }

    /** The result of a query for one number. */
    public long number(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "tocsin", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private long lag(String topic) throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, OffsetAndMetadata> committed =
                new HashMap<>(admin.listConsumerGroupOffsets(READERS.get(topic))
                        .partitionsToOffsetAndMetadata()
                        .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        var ends = admin.listOffsets(latest).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long lag = 0;
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata done = committed.get(partition);
            lag += ends.get(partition).offset() - (done == null ? 0 : done.offset());
        }
        return lag;
    }

    private List<TopicPartition> partitions(String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        TopicDescription description = admin.describeTopics(List.of(topic))
                .topicNameValues()
                .get(topic)
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return description.partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }
}
