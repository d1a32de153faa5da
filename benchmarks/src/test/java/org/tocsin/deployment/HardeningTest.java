package org.tocsin.deployment;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.deployment.Manifests.Workload;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every pod of the manifests keeps the rules, and the rules notice when one does not. */
class HardeningTest {

    private static final Manifests MANIFESTS = Manifests.read();

    static List<Workload> workloads() {
        return MANIFESTS.workloads();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void aPodKeepsTheRules(Workload workload) {
        assertThat(Hardening.violations(workload.pod())).isEmpty();
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach("a token of the cluster is mounted", pod -> pod.setAutomountServiceAccountToken(null)),
                breach("a namespace of the host is shared", pod -> pod.setHostNetwork(true)),
                breach("may run as root", pod -> pod.getSecurityContext().setRunAsNonRoot(null)),
                breach("no user id, or root's", pod -> pod.getSecurityContext().setRunAsUser(0L)),
                breach("no seccomp profile", pod -> pod.getSecurityContext().setSeccompProfile(null)),
                breach("no security context", pod -> pod.setSecurityContext(null)),
                breach("may gain privileges", pod -> security(pod).setAllowPrivilegeEscalation(true)),
                breach("may write to its root file system", pod -> security(pod).setReadOnlyRootFilesystem(null)),
                breach("keeps capabilities", pod -> security(pod).setCapabilities(new Capabilities())),
                breach(
                        "keeps capabilities",
                        pod -> security(pod).getCapabilities().setAdd(List.of("NET_ADMIN"))),
                breach("requests no resources", pod -> container(pod).setResources(null)),
                breach(
                        "memory is not limited to what is requested",
                        pod -> container(pod).getResources().getLimits().put("memory", new Quantity("9Gi"))),
                breach("no liveness probe", pod -> container(pod).setLivenessProbe(null)),
                breach("the image has no version, or names a registry", pod -> container(pod)
                        .setImage("tocsin/monitor-service:latest")),
                breach("the image has no version, or names a registry", pod -> container(pod)
                        .setImage("registry.example.org/tocsin/monitor-service:1")),
                breach("volume host is neither empty, a Secret nor a ConfigMap", pod -> pod.getVolumes()
                        .add(hostPath())));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsNoticed(String violation, Consumer<PodSpec> breach) {
        PodSpec pod = Manifests.read().workloads().get(0).pod();

        breach.accept(pod);

        assertThat(Hardening.violations(pod)).contains(violation);
    }

    @Test
    void theNamespaceRefusesPodsThatAreNotRestricted() {
        assertThat(MANIFESTS.all(Namespace.class)).singleElement().satisfies(namespace -> assertThat(
                        namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @Test
    void nothingMayTalkUnlessAPolicySaysSo() {
        List<NetworkPolicy> policies = MANIFESTS.all(NetworkPolicy.class);

        assertThat(policies)
                .filteredOn(
                        policy -> new LabelSelector().equals(policy.getSpec().getPodSelector()))
                .singleElement()
                .satisfies(denial -> {
                    assertThat(denial.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(denial.getSpec().getIngress()).isEmpty();
                    assertThat(denial.getSpec().getEgress()).isEmpty();
                });
        assertThat(workloads()).allSatisfy(workload -> assertThat(policies).anyMatch(policy -> workload.selector()
                .equals(policy.getSpec().getPodSelector().getMatchLabels())));
    }

    @Test
    void aRuleOfAPolicyAlwaysNamesPeersAndPorts() {
        assertThat(MANIFESTS.all(NetworkPolicy.class)).allSatisfy(policy -> {
            assertThat(policy.getSpec().getIngress()).allSatisfy(rule -> {
                assertThat(rule.getFrom()).isNotEmpty();
                assertThat(rule.getPorts()).isNotEmpty();
            });
            assertThat(policy.getSpec().getEgress()).allSatisfy(rule -> {
                assertThat(rule.getTo()).isNotEmpty();
                assertThat(rule.getPorts()).isNotEmpty();
            });
        });
    }

    @Test
    void noServiceAccountHandsOutATokenByDefault() {
        assertThat(MANIFESTS.all(ServiceAccount.class))
                .hasSameSizeAs(workloads())
                .allSatisfy(account ->
                        assertThat(account.getAutomountServiceAccountToken()).isFalse());
    }

    @Test
    void aRolloutNeverTakesCapacityAway() {
        assertThat(MANIFESTS.all(Deployment.class))
                .filteredOn(deployment -> deployment.getMetadata().getName().endsWith("-service"))
                .hasSize(3)
                .allSatisfy(deployment -> {
                    assertThat(deployment.getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
                    assertThat(deployment
                                    .getSpec()
                                    .getStrategy()
                                    .getRollingUpdate()
                                    .getMaxUnavailable()
                                    .getIntVal())
                            .isZero();
                    assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                            .isNotEmpty();
                });
    }

    private static Arguments breach(String violation, Consumer<PodSpec> breach) {
        return arguments(violation, breach);
    }

    private static Container container(PodSpec pod) {
        return pod.getContainers().get(0);
    }

    private static SecurityContext security(PodSpec pod) {
        return container(pod).getSecurityContext();
    }

    private static Volume hostPath() {
        Volume volume = new Volume();
        volume.setName("host");
        volume.setHostPath(new HostPathVolumeSource("/", null));
        return volume;
    }
}
