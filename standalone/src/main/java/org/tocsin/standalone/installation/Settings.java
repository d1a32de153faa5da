package org.tocsin.standalone.installation;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.tocsin.standalone.process.StartException;

/**
 * What the environment says. Everything else in it reaches the services as it is.
 *
 * @param environment variables by name
 */
public record Settings(Map<String, String> environment) {

    private static final int LARGEST_PORT = 65_535;

    public Settings {
        environment = Map.copyOf(environment);
    }

    public int port(Service service) {
        return port(service.portVariable(), service.defaultPort());
    }

    public int managementPort(Service service) {
        return port(service.managementPortVariable(), service.defaultManagementPort());
    }

    /** The ports of the services, by variable. */
    Map<String, String> ports() {
        Map<String, String> ports = new TreeMap<>();
        for (Service service : Service.values()) {
            ports.put(service.portVariable(), Integer.toString(port(service)));
            ports.put(service.managementPortVariable(), Integer.toString(managementPort(service)));
        }
        return ports;
    }

    /** Of the embedded database; 0 for any free one. */
    public int postgresPort() {
        return port("TOCSIN_POSTGRES_PORT", 0);
    }

    /** Of the embedded broker; 0 for any free one. */
    public int kafkaPort() {
        return port("TOCSIN_KAFKA_PORT", 0);
    }

    /** Of the demo's own pages. */
    public int demoPort() {
        return port("TOCSIN_DEMO_PORT", 8080);
    }

    /** The database server to use instead of the embedded one. */
    public Optional<String> externalDatabase() {
        return text("QUARKUS_DATASOURCE_JDBC_URL");
    }

    /** The brokers to use instead of the embedded one. */
    public Optional<String> externalKafka() {
        return text("KAFKA_BOOTSTRAP_SERVERS");
    }

    /** Options of the services' JVMs, after our own: later ones win. */
    public Optional<String> javaOptions() {
        return text("TOCSIN_JAVA_OPTIONS");
    }

    private Optional<String> text(String variable) {
        return Optional.ofNullable(environment.get(variable)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private int port(String variable, int otherwise) {
        return text(variable).map(value -> parsePort(variable, value)).orElse(otherwise);
    }

    private static int parsePort(String variable, String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, together with numbers out of range.
        }
        throw new StartException(variable + " must be a port number from 0 to 65535, not '" + value + "'.");
    }
}
