package org.tocsin.deployment;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.deployment.Manifests.Workload;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The manifests and Containerfiles agree with the settings that the services are built with. */
class ServiceSettingsTest {

    private static final Pattern DEFAULT = Pattern.compile("\\$\\{[^:}]+:([^}]*)}");
    private static final Path SHARED =
            Manifests.CHECKOUT.resolve("platform/src/main/resources/META-INF/microprofile-config.properties");

    @ParameterizedTest
    @ValueSource(strings = {"monitor-service", "alert-service", "notify-service"})
    void portsAreTheOnesTheServiceListensOn(String service) throws IOException {
        Properties settings = settings(service);

        assertThat(container(service).getPorts())
                .extracting(
                        ContainerPort::getName, port -> port.getContainerPort().toString())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("http", value(settings, "quarkus.http.port")),
                        org.assertj.core.groups.Tuple.tuple("management", value(settings, "quarkus.management.port")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor-service", "alert-service", "notify-service"})
    void probesAreOnTheManagementPort(String service) {
        Container container = container(service);

        assertThat(List.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe()))
                .extracting(probe -> probe.getHttpGet().getPort().getStrVal())
                .containsOnly("management");
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor-service", "alert-service", "notify-service"})
    void thePodMayEndInPeace(String service) throws IOException {
        Properties settings = settings(service);
        Duration shutdown = duration(value(settings, "quarkus.shutdown.timeout"))
                .plus(duration(settings.getProperty("quarkus.shutdown.delay", "0s")));

        assertThat(Duration.ofSeconds(workload(service).pod().getTerminationGracePeriodSeconds()))
                .isGreaterThanOrEqualTo(shutdown.plusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"monitor-service", "alert-service", "notify-service"})
    void theImageIsWhatTheManifestRuns(String service) throws IOException {
        Properties settings = settings(service);
        String containerfile =
                Files.readString(Manifests.CHECKOUT.resolve(service).resolve("Containerfile"));
        Long user = workload(service).pod().getSecurityContext().getRunAsUser();

        assertThat(containerfile)
                .contains("-t " + container(service).getImage() + " ")
                .contains("\nUSER " + user + ":" + user + "\n")
                .contains("\nEXPOSE " + value(settings, "quarkus.http.port") + " "
                        + value(settings, "quarkus.management.port") + "\n")
                .containsPattern("(?m)^FROM [a-z-]+:\\d+-jre$")
                .doesNotContain(":latest");
    }

    private static Workload workload(String service) {
        return Manifests.read().workloads().stream()
                .filter(it -> it.name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private static Container container(String service) {
        return workload(service).pod().getContainers().get(0);
    }

    private static Properties settings(String service) throws IOException {
        Properties settings = new Properties();
        for (Path file : List.of(
                SHARED, Manifests.CHECKOUT.resolve(service).resolve("src/main/resources/application.properties"))) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            }
        }
        return settings;
    }

    private static String value(Properties settings, String name) {
        String value = settings.getProperty(name, "");
        Matcher expression = DEFAULT.matcher(value);
        return expression.matches() ? expression.group(1) : value;
    }

    private static Duration duration(String value) {
        return Duration.parse("PT" + value);
    }
}
