package org.tocsin.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;

/** The manifests below {@code k8s/}, read with typed models: an unknown field or a wrong type is an error. */
final class Manifests {

    static final Path CHECKOUT = checkout();
    static final Path ROOT = CHECKOUT.resolve("k8s");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "Namespace", Namespace.class,
            "Deployment", Deployment.class,
            "StatefulSet", StatefulSet.class,
            "Service", Service.class,
            "ServiceAccount", ServiceAccount.class,
            "PodDisruptionBudget", PodDisruptionBudget.class,
            "NetworkPolicy", NetworkPolicy.class);

    // The models swallow unknown fields into a map; without that setter Jackson refuses them.
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false;
                }
            })
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final List<HasMetadata> resources;
    private final List<JsonNode> kustomizations;

    private Manifests(List<HasMetadata> resources, List<JsonNode> kustomizations) {
        this.resources = List.copyOf(resources);
        this.kustomizations = List.copyOf(kustomizations);
    }

    /** Reads what the kustomizations list; a file that none of them lists is none of ours. */
    static Manifests read() {
        List<HasMetadata> resources = new ArrayList<>();
        List<JsonNode> kustomizations = new ArrayList<>();
        for (Path file : kustomizationFiles()) {
            JsonNode kustomization = documents(file).get(0);
            kustomizations.add(kustomization);
            for (Path resource : listed(file, kustomization)) {
                if (Files.isRegularFile(resource)) {
                    documents(resource).forEach(document -> resources.add(typed(resource, document)));
                }
            }
        }
        return new Manifests(resources, kustomizations);
    }

    static List<Path> kustomizationFiles() {
        return yamlFiles().filter(Manifests::isKustomization).toList();
    }

    /** All YAML files of the tree. */
    static Stream<Path> yamlFiles() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files and folders that a kustomization takes in. */
    static List<Path> listed(Path file, JsonNode kustomization) {
        return Stream.of("resources", "components")
                .flatMap(field -> elements(kustomization.path(field)))
                .map(entry -> file.resolveSibling(entry.asText()).normalize())
                .toList();
    }

    /** The files that a kustomization patches resources with. */
    static List<Path> patches(Path file, JsonNode kustomization) {
        return elements(kustomization.path("patches"))
                .filter(patch -> patch.has("path"))
                .map(patch -> file.resolveSibling(patch.path("path").asText()).normalize())
                .toList();
    }

    static List<JsonNode> documents(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return documents.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    static boolean isKustomization(Path file) {
        return file.endsWith("kustomization.yaml");
    }

    /** Reads a resource by its kind. */
    static HasMetadata typed(Path file, JsonNode document) {
        String kind = document.path("kind").asText();
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null) {
            throw new IllegalStateException(file + ": no rules are known for the kind '" + kind + "'");
        }
        try {
            return YAML.treeToValue(document, type);
        } catch (IOException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Everything that runs pods. */
    List<Workload> workloads() {
        Stream<Workload> deployments = all(Deployment.class).stream()
                .map(it -> new Workload(
                        it.getMetadata().getName(),
                        it.getSpec().getSelector().getMatchLabels(),
                        it.getSpec().getTemplate().getMetadata().getLabels(),
                        it.getSpec().getTemplate().getSpec()));
        Stream<Workload> statefulSets = all(StatefulSet.class).stream()
                .map(it -> new Workload(
                        it.getMetadata().getName(),
                        it.getSpec().getSelector().getMatchLabels(),
                        it.getSpec().getTemplate().getMetadata().getLabels(),
                        it.getSpec().getTemplate().getSpec()));
        return Stream.concat(deployments, statefulSets).toList();
    }

    /** Names of the ConfigMaps that the kustomizations generate. */
    List<String> generatedConfigMaps() {
        return kustomizations.stream()
                .flatMap(
                        it -> StreamSupport.stream(it.path("configMapGenerator").spliterator(), false))
                .map(it -> it.path("name").asText())
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Path checkout() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("k8s"))) {
                return at;
            }
        }
        throw new IllegalStateException("no k8s folder above the working directory");
    }

    /** A Deployment or StatefulSet, as far as the rules look at it. */
    record Workload(String name, Map<String, String> selector, Map<String, String> labels, PodSpec pod) {

        @Override
        public String toString() {
            return name;
        }
    }
}
