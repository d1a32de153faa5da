package org.tocsin.standalone.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.tocsin.standalone.process.FileTree;
import org.tocsin.standalone.process.Ports;
import org.tocsin.standalone.process.RunningServer;
import org.tocsin.standalone.process.ServerProcess;
import org.tocsin.standalone.process.StartException;

/**
 * A Kafka broker (KRaft, one node, broker and controller in one) as a child process, reachable on 127.0.0.1 only. What
 * has been acknowledged survives {@code kill -9} of the process: start it again on the same folder.
 */
public final class EmbeddedKafka implements RunningServer {

    private static final int NODE = 1;
    private static final int FOUR_MIB = 4 * 1024 * 1024;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final ServerProcess process;
    private final int port;

    private EmbeddedKafka(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts a broker; the folder is formatted at the first start.
     *
     * @param dataDirectory belongs to this broker alone
     * @param port 0 for a free one
     * @throws StartException when it cannot be started; the message is one sentence for the reader
     */
    public static EmbeddedKafka start(Path dataDirectory, int port) {
        return start(dataDirectory, port, dataDirectory.resolve("kafka.log"));
    }

    /** As {@link #start(Path, int)}, with the file for the broker's output chosen. */
    public static EmbeddedKafka start(Path dataDirectory, int port, Path log) {
        Path folder = dataDirectory.toAbsolutePath().normalize();
        Path pidFile = folder.resolve("kafka.pid");
        try {
            Files.createDirectories(folder);
            ServerProcess.endLeftover(pidFile, folder.toString());
            Path logs = folder.resolve("log");
            int chosen = Ports.orFree(port);
            Ports.requireFree(chosen, "Kafka");
            Path settings = writeSettings(folder, logs, chosen);
            if (!Files.exists(logs)) {
                format(folder, logs);
            }
            ServerProcess process = ServerProcess.launch("Kafka", command(folder, settings), Map.of(), log, pidFile);
            EmbeddedKafka broker = new EmbeddedKafka(process, chosen);
            broker.awaitReady();
            return broker;
        } catch (IOException e) {
            throw new StartException("Kafka cannot use the folder " + folder + ": " + e.getMessage() + ".", e);
        }
    }

    private static Path writeSettings(Path folder, Path logs, int port) throws IOException {
        int controllerPort = Ports.free();
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("log.dirs", logs.toString()),
                Map.entry("num.partitions", "3"),
                Map.entry("auto.create.topics.enable", "true"),
                Map.entry("message.max.bytes", Integer.toString(FOUR_MIB)),
                Map.entry("replica.fetch.max.bytes", Integer.toString(FOUR_MIB))));
        // One node: nothing to replicate to, and small internal topics.
        settings.putAll(Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "3",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "1"));
        // After kill -9 the controller admits the broker again only when the old session is over: 9 s by default.
        settings.putAll(Map.of("broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500"));
        // A small machine: few threads, small buffers, and consumers that need not wait to be joined by others.
        settings.putAll(Map.of(
                "num.network.threads",
                "2",
                "num.io.threads",
                "4",
                "background.threads",
                "2",
                "log.segment.bytes",
                Integer.toString(64 * 1024 * 1024),
                "log.cleaner.dedupe.buffer.size",
                Integer.toString(FOUR_MIB),
                "log.cleaner.io.buffer.size",
                Integer.toString(256 * 1024),
                "group.initial.rebalance.delay.ms",
                "0",
                "metadata.log.max.record.bytes.between.snapshots",
                Integer.toString(FOUR_MIB)));
        Path file = folder.resolve("server.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    /** Formatted beside and then renamed: an interrupted first start leaves nothing half done. */
    private static void format(Path folder, Path logs) throws IOException {
        Path fresh = folder.resolve("log.new");
        if (Files.exists(fresh)) {
            FileTree.delete(fresh);
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(fresh.toString())
                    .setMetadataLogDirectory(fresh.toString())
                    .run();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new StartException("Kafka cannot format " + fresh + ": " + e.getMessage() + ".", e);
        }
        Files.move(fresh, logs, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> command(Path folder, Path settings) throws IOException {
        Path logging = folder.resolve("log4j2.properties");
        try (var in = EmbeddedKafka.class.getResourceAsStream("broker-log4j2.properties")) {
            if (in == null) {
                throw new UncheckedIOException(new IOException("broker-log4j2.properties is not on the classpath"));
            }
            Files.copy(in, logging, StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=96m",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dlog4j2.configurationFile=" + logging.toUri(),
                "-Dlog4j2.disableJmx=true",
                "-cp",
                BrokerClassPath.find(),
                "kafka.Kafka",
                settings.toString());
    }

    private void awaitReady() {
        Map<String, Object> client = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 50);
        process.awaitReady(() -> Ports.answers(port), START_LIMIT);
        try (Admin admin = Admin.create(client)) {
            process.awaitReady(() -> answers(admin), START_LIMIT);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Ends the broker in order. */
    @Override
    public void close() {
        process.stop("TERM", STOP_LIMIT);
    }
}
