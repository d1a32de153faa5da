package org.tocsin.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.tocsin.standalone.embedded.EmbeddedKafka;
import org.tocsin.standalone.embedded.EmbeddedPostgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A real PostgreSQL, a real Kafka broker and a fresh pair of signing keys for {@code @QuarkusTest}s:
 * {@code @WithTestResource(TocsinStack.class)}. Started once per JVM, however often the application restarts, and
 * stopped with the JVM.
 */
public final class TocsinStack implements QuarkusTestResourceLifecycleManager {

    /** Quarkus loads test classes anew for each application, so what must outlive one is kept with the JVM itself. */
    private static final String PREFIX = "org.tocsin.testing.";

    @Override
    public Map<String, String> start() {
        return settings();
    }

    @Override
    public void stop() {
        // The servers serve the next application as well and end with the JVM.
    }

    /** Starts the servers if they are not running, and tells the application where they are. */
    static Map<String, String> settings() {
        Properties jvm = System.getProperties();
        synchronized (jvm) {
            if (!jvm.containsKey(PREFIX + "kafka.bootstrap.servers")) {
                startServers().forEach((name, value) -> jvm.setProperty(PREFIX + name, value));
            }
            Map<String, String> settings = new TreeMap<>();
            for (String name : jvm.stringPropertyNames()) {
                if (name.startsWith(PREFIX)) {
                    settings.put(name.substring(PREFIX.length()), jvm.getProperty(name));
                }
            }
            return settings;
        }
    }

    private static Map<String, String> startServers() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "stack").toAbsolutePath());
            Path data = Files.createTempDirectory(folder, "run-");
            EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgres"), 0);
            EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                kafka.close();
                postgres.close();
            }));
            SigningKeys keys = SigningKeys.generate(data);
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.jdbcUrl(),
                    "quarkus.datasource.username", postgres.user(),
                    "quarkus.datasource.password", postgres.password(),
                    "kafka.bootstrap.servers", kafka.bootstrapServers(),
                    "broker.pid", Long.toString(kafka.pid()),
                    "mp.jwt.verify.publickey.location",
                            keys.publicKeyFile().toUri().toString(),
                    "smallrye.jwt.sign.key.location",
                            keys.privateKeyFile().toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
