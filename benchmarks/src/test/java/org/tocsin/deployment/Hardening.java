package org.tocsin.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;

/** The rules of Kubernetes' Pod Security Standard "restricted", and those we add to it. */
final class Hardening {

    private final List<String> violations = new ArrayList<>();

    private Hardening() {}

    /** What is wrong with a pod, in words; empty when nothing is. */
    static List<String> violations(PodSpec pod) {
        Hardening rules = new Hardening();
        rules.pod(pod);
        rules.identity(pod.getSecurityContext());
        pod.getContainers().forEach(rules::container);
        pod.getVolumes().forEach(rules::volume);
        return rules.violations;
    }

    private void pod(PodSpec pod) {
        require(isNo(pod.getAutomountServiceAccountToken()), "a token of the cluster is mounted");
        require(isNo(pod.getEnableServiceLinks()), "addresses of all services are put into the environment");
        require(pod.getServiceAccountName() != null, "the default service account is used");
        require(pod.getTerminationGracePeriodSeconds() != null, "the time to end in is left to chance");
        require(
                !isYes(pod.getHostNetwork()) && !isYes(pod.getHostPID()) && !isYes(pod.getHostIPC()),
                "a namespace of the host is shared");
        require(
                pod.getInitContainers() == null || pod.getInitContainers().isEmpty(),
                "an init container escapes these rules");
    }

    private void identity(PodSecurityContext context) {
        require(context != null, "no security context");
        if (context == null) {
            return;
        }
        require(isYes(context.getRunAsNonRoot()), "may run as root");
        require(context.getRunAsUser() != null && context.getRunAsUser() > 0, "no user id, or root's");
        require(
                context.getSeccompProfile() != null
                        && "RuntimeDefault".equals(context.getSeccompProfile().getType()),
                "no seccomp profile");
    }

    private void container(Container container) {
        privileges(container.getSecurityContext());
        resources(container.getResources());
        require(container.getStartupProbe() != null, "no startup probe");
        require(container.getReadinessProbe() != null, "no readiness probe");
        require(container.getLivenessProbe() != null, "no liveness probe");
        require(
                container.getImage().matches("[a-z0-9/-]+:[A-Za-z0-9][A-Za-z0-9._-]*")
                        && !container.getImage().endsWith(":latest"),
                "the image has no version, or names a registry");
        require(
                container.getVolumeMounts().stream().anyMatch(mount -> "/tmp".equals(mount.getMountPath())),
                "the root file system is read-only and there is no /tmp");
    }

    private void privileges(SecurityContext context) {
        require(context != null, "no security context of the container");
        if (context == null) {
            return;
        }
        require(isNo(context.getAllowPrivilegeEscalation()), "may gain privileges");
        require(isNo(context.getPrivileged()), "privileged");
        require(isYes(context.getReadOnlyRootFilesystem()), "may write to its root file system");
        require(
                context.getCapabilities() != null
                        && List.of("ALL").equals(context.getCapabilities().getDrop())
                        && (context.getCapabilities().getAdd() == null
                                || context.getCapabilities().getAdd().isEmpty()),
                "keeps capabilities");
    }

    private void resources(ResourceRequirements resources) {
        require(resources != null && resources.getRequests() != null, "requests no resources");
        if (resources == null || resources.getRequests() == null || resources.getLimits() == null) {
            require(resources != null && resources.getLimits() != null, "memory is not limited");
            return;
        }
        require(resources.getRequests().containsKey("cpu"), "requests no CPU");
        require(
                resources.getLimits().get("memory") != null
                        && Objects.equals(
                                resources.getRequests().get("memory"),
                                resources.getLimits().get("memory")),
                "memory is not limited to what is requested");
        require(!resources.getLimits().containsKey("cpu"), "CPU is throttled");
    }

    private void volume(Volume volume) {
        require(
                volume.getEmptyDir() != null || volume.getSecret() != null || volume.getConfigMap() != null,
                "volume " + volume.getName() + " is neither empty, a Secret nor a ConfigMap");
        require(
                volume.getSecret() == null || Objects.equals(volume.getSecret().getDefaultMode(), 0440),
                "Secret " + volume.getName() + " can be read by everybody");
    }

    private void require(boolean kept, String violation) {
        if (!kept) {
            violations.add(violation);
        }
    }

    private static boolean isYes(Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static boolean isNo(Boolean flag) {
        return Boolean.FALSE.equals(flag);
    }
}
