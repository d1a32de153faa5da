package org.tocsin.standalone.installation;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.standalone.process.StartException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SettingsTest {

    @Test
    void hasTheDocumentedPorts() {
        Settings settings = new Settings(Map.of());

        assertThat(settings.port(Service.MONITOR)).isEqualTo(8081);
        assertThat(settings.port(Service.ALERT)).isEqualTo(8082);
        assertThat(settings.port(Service.NOTIFY)).isEqualTo(8083);
        assertThat(settings.managementPort(Service.NOTIFY)).isEqualTo(9083);
    }

    @Test
    void takesPortsAndServersFromTheEnvironment() {
        Settings settings = new Settings(Map.of(
                "TOCSIN_ALERT_PORT",
                " 18082 ",
                "KAFKA_BOOTSTRAP_SERVERS",
                "kafka:9092",
                "QUARKUS_DATASOURCE_JDBC_URL",
                ""));

        assertThat(settings.port(Service.ALERT)).isEqualTo(18082);
        assertThat(settings.externalKafka()).contains("kafka:9092");
        assertThat(settings.externalDatabase()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "8081.5", "99999999999"})
    void refusesWhatIsNoPort(String value) {
        Settings settings = new Settings(Map.of("TOCSIN_MONITOR_PORT", value));

        assertThatThrownBy(() -> settings.port(Service.MONITOR))
                .isInstanceOf(StartException.class)
                .hasMessage("TOCSIN_MONITOR_PORT must be a port number from 0 to 65535, not '" + value + "'.");
    }
}
