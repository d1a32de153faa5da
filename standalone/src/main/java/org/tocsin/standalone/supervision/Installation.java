package org.tocsin.standalone.supervision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.tocsin.standalone.embedded.EmbeddedKafka;
import org.tocsin.standalone.embedded.EmbeddedPostgres;
import org.tocsin.standalone.installation.DataFolder;
import org.tocsin.standalone.installation.Programs;
import org.tocsin.standalone.installation.Service;
import org.tocsin.standalone.installation.Settings;
import org.tocsin.standalone.installation.SigningKeys;
import org.tocsin.standalone.process.Ports;
import org.tocsin.standalone.process.StartException;

/** Everything that one machine runs: the servers that are not elsewhere, and the three services on top of them. */
public final class Installation implements AutoCloseable {

    private final Programs programs;
    private final Settings settings;
    private final DataFolder data;
    private final SigningKeys keys;
    private final Supervisor supervisor;

    public Installation(Programs programs, Settings settings, DataFolder data, Journal journal) {
        this.programs = programs;
        this.settings = settings;
        this.data = data;
        this.keys = SigningKeys.of(data.path());
        this.supervisor = new Supervisor(journal);
    }

    /**
     * Starts everything and returns when all of it answers.
     *
     * @throws StartException when a part cannot be started
     */
    public void start() {
        keys.ensure();
        requireStartable();
        data.writePorts(settings);
        Map<String, String> connections = new HashMap<>();
        List<Supervisor.Start> starts = new ArrayList<>();
        AtomicReference<EmbeddedPostgres> postgres = new AtomicReference<>();
        if (settings.externalDatabase().isEmpty()) {
            starts.add(beginPostgres(postgres));
        }
        if (settings.externalKafka().isEmpty()) {
            int port = Ports.orFree(settings.kafkaPort());
            connections.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port);
            Part kafka =
                    new Part("kafka", () -> EmbeddedKafka.start(data.path().resolve("kafka"), port, data.log("kafka")));
            starts.add(supervisor.begin(List.of(kafka)));
        }
        if (settings.externalDatabase().isEmpty()) {
            // The services migrate their tables while they start: the database must be there, the broker need not.
            starts.get(0).await();
            connections.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.get().jdbcUrl());
            connections.put("QUARKUS_DATASOURCE_USERNAME", postgres.get().user());
            connections.put("QUARKUS_DATASOURCE_PASSWORD", postgres.get().password());
        }
        starts.add(supervisor.begin(services(connections)));
        starts.forEach(Supervisor.Start::await);
    }

    /** What is wrong already before anything runs is said before anything runs. */
    private void requireStartable() {
        for (Service service : Service.values()) {
            programs.jar(service);
            ServiceProcess.endLeftover(service, data);
            Ports.requireFree(settings.port(service), service.module());
            Ports.requireFree(settings.managementPort(service), "the health of " + service.module());
        }
    }

    private Supervisor.Start beginPostgres(AtomicReference<EmbeddedPostgres> started) {
        int port = Ports.orFree(settings.postgresPort());
        return supervisor.begin(List.of(new Part("postgres", () -> {
            EmbeddedPostgres server = EmbeddedPostgres.start(
                    data.path().resolve("postgres"), port, EmbeddedPostgres.Durability.DURABLE, data.log("postgres"));
            started.set(server);
            return server;
        })));
    }

    private List<Part> services(Map<String, String> connections) {
        List<Part> parts = new ArrayList<>();
        for (Service service : Service.values()) {
            ServiceProcess.Launch launch = new ServiceProcess.Launch(
                    service,
                    programs.jar(service),
                    settings.port(service),
                    settings.managementPort(service),
                    settings.javaOptions()
                            .map(options -> options.split("\\s+"))
                            .map(Arrays::asList)
                            .orElse(List.of()),
                    environment(service, connections));
            parts.add(new Part(service.module(), () -> ServiceProcess.start(launch, data)));
        }
        return parts;
    }

    private Map<String, String> environment(Service service, Map<String, String> connections) {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.putAll(connections);
        environment.putIfAbsent(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION", keys.publicKey().toUri().toString());
        if (service == Service.NOTIFY) {
            environment.putIfAbsent(
                    "SMALLRYE_JWT_SIGN_KEY_LOCATION", keys.privateKey().toUri().toString());
        }
        return Map.copyOf(environment);
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
