package org.tocsin.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.deployment.Manifests.Workload;

import com.fasterxml.jackson.databind.JsonNode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a manifest refers to by name exists, or is something that k8s/README.md asks the operator to make. */
class ReferencesTest {

    private static final Manifests MANIFESTS = Manifests.read();

    static List<Workload> workloads() {
        return MANIFESTS.workloads();
    }

    static List<Path> kustomizations() {
        return Manifests.kustomizationFiles();
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void aKustomizationListsWhatIsThere(Path file) {
        assertThat(Manifests.listed(file, Manifests.documents(file).get(0)))
                .allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void everyFileIsListedBySomeKustomization() {
        Set<Path> taken = new HashSet<>();
        for (Path file : kustomizations()) {
            JsonNode kustomization = Manifests.documents(file).get(0);
            taken.addAll(Manifests.listed(file, kustomization));
            taken.addAll(Manifests.patches(file, kustomization));
        }

        assertThat(Manifests.yamlFiles().filter(file -> !Manifests.isKustomization(file)))
                .allSatisfy(file -> assertThat(taken).contains(file));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aSelectorFindsItsOwnPods(Workload workload) {
        assertThat(workload.labels()).containsAllEntriesOf(workload.selector());
        assertThat(workloads().stream().filter(other -> other.labels()
                        .entrySet()
                        .containsAll(workload.selector().entrySet())))
                .containsExactly(workload);
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aWorkloadHasItsAccountAndItsService(Workload workload) {
        assertThat(MANIFESTS.all(ServiceAccount.class))
                .extracting(account -> account.getMetadata().getName())
                .contains(workload.pod().getServiceAccountName());
        assertThat(MANIFESTS.all(Service.class))
                .filteredOn(service -> service.getMetadata().getName().equals(workload.name()))
                .singleElement()
                .satisfies(service -> {
                    assertThat(service.getSpec().getSelector()).isEqualTo(workload.selector());
                    assertThat(service.getSpec().getPorts()).allSatisfy(port -> assertThat(portNames(workload))
                            .contains(port.getTargetPort().getStrVal()));
                });
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aProbeAsksAPortOfItsContainer(Workload workload) {
        assertThat(workload.pod().getContainers()).allSatisfy(container -> assertThat(probePorts(container))
                .allSatisfy(port -> assertThat(portNames(workload)).contains(port.getStrVal())));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aMountHasItsVolume(Workload workload) {
        Stream<String> volumes = Stream.concat(
                workload.pod().getVolumes().stream().map(Volume::getName),
                workload.name().equals("postgresql") || workload.name().equals("kafka")
                        ? Stream.of("data")
                        : Stream.empty());

        assertThat(workload.pod().getContainers().stream()
                        .flatMap(container -> container.getVolumeMounts().stream())
                        .map(VolumeMount::getName))
                .containsExactlyInAnyOrderElementsOf(volumes.toList());
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aConfigMapIsGenerated(Workload workload) {
        Stream<String> volumes = workload.pod().getVolumes().stream()
                .filter(volume -> volume.getConfigMap() != null)
                .map(volume -> volume.getConfigMap().getName());
        Stream<String> environments = workload.pod().getContainers().stream()
                .flatMap(container -> container.getEnvFrom().stream())
                .map(EnvFromSource::getConfigMapRef)
                .map(reference -> reference.getName());

        assertThat(Stream.concat(volumes, environments))
                .allSatisfy(name -> assertThat(MANIFESTS.generatedConfigMaps()).contains(name));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aSecretIsDocumentedWithItsKeys(Workload workload) throws IOException {
        Map<String, String> documented = documentedSecrets();

        assertThat(workload.pod().getVolumes().stream().filter(volume -> volume.getSecret() != null))
                .allSatisfy(volume ->
                        assertThat(documented).containsKey(volume.getSecret().getSecretName()));
        assertThat(secretKeys(workload)).allSatisfy(selector -> assertThat(documented.get(selector.getName()))
                .as(selector.getName())
                .contains("`" + selector.getKey() + "`"));
    }

    @Test
    void ourServicesGetTheirSettingsByReferenceOnly() {
        assertThat(workloads().stream().filter(it -> it.name().endsWith("-service")))
                .hasSize(3)
                .allSatisfy(workload -> assertThat(workload.pod().getContainers())
                        .flatExtracting(Container::getEnv)
                        .allSatisfy(variable ->
                                assertThat(variable).as(variable.getName()).returns(null, EnvVar::getValue)));
    }

    @Test
    void policiesAndBudgetsSelectPodsThatExist() {
        Set<Map<String, String>> selectors =
                workloads().stream().map(Workload::selector).collect(Collectors.toSet());

        assertThat(MANIFESTS.all(PodDisruptionBudget.class)).hasSize(3).allSatisfy(budget -> assertThat(selectors)
                .contains(budget.getSpec().getSelector().getMatchLabels()));
        assertThat(MANIFESTS.all(NetworkPolicy.class)).allSatisfy(policy -> assertThat(podSelectors(policy))
                .allSatisfy(selector -> assertThat(selectors).contains(selector)));
    }

    @Test
    void aPolicyOpensPortsThatExist() {
        assertThat(MANIFESTS.all(NetworkPolicy.class))
                .filteredOn(policy -> !policy.getSpec().getIngress().isEmpty())
                .allSatisfy(policy -> assertThat(policy.getSpec().getIngress())
                        .flatExtracting(rule -> rule.getPorts().stream()
                                .map(NetworkPolicyPort::getPort)
                                .map(IntOrString::getStrVal)
                                .toList())
                        .isSubsetOf(portNames(selectedBy(policy))));
    }

    private static Workload selectedBy(NetworkPolicy policy) {
        return workloads().stream()
                .filter(workload -> workload.selector()
                        .equals(policy.getSpec().getPodSelector().getMatchLabels()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> podSelectors(NetworkPolicy policy) {
        return Stream.of(
                        Stream.of(policy.getSpec().getPodSelector()),
                        policy.getSpec().getIngress().stream()
                                .flatMap(rule -> rule.getFrom().stream())
                                .map(peer -> peer.getPodSelector()),
                        policy.getSpec().getEgress().stream()
                                .flatMap(rule -> rule.getTo().stream())
                                .map(peer -> peer.getPodSelector()))
                .flatMap(selectors -> selectors)
                .filter(selector ->
                        selector != null && !selector.getMatchLabels().isEmpty())
                .map(selector -> selector.getMatchLabels())
                .toList();
    }

    private static List<String> portNames(Workload workload) {
        return workload.pod().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .map(ContainerPort::getName)
                .toList();
    }

    private static List<IntOrString> probePorts(Container container) {
        List<IntOrString> ports = new ArrayList<>();
        for (Probe probe :
                List.of(container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe())) {
            if (probe.getHttpGet() != null) {
                ports.add(probe.getHttpGet().getPort());
            }
            if (probe.getTcpSocket() != null) {
                ports.add(probe.getTcpSocket().getPort());
            }
        }
        return ports;
    }

    private static List<SecretKeySelector> secretKeys(Workload workload) {
        return workload.pod().getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null)
                .map(variable -> variable.getValueFrom().getSecretKeyRef())
                .toList();
    }

    /** Name of each Secret in the table of k8s/README.md, with the cell that lists its keys. */
    private static Map<String, String> documentedSecrets() throws IOException {
        Set<String> rows = new TreeSet<>(Files.readAllLines(Manifests.ROOT.resolve("README.md")));
        return rows.stream()
                .map(row -> row.split("\\|"))
                .filter(cells -> cells.length > 3 && cells[1].strip().startsWith("`"))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip().replace("`", ""),
                        cells -> cells[2],
                        (first, second) -> first + second));
    }
}
