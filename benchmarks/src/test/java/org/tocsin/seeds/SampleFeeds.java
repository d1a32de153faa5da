package org.tocsin.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The sample feeds of {@code seeds/demo} and what they must lead to, read without any of the services' code. */
final class SampleFeeds {

    static final Path SEEDS = seeds();
    static final Path DEMO = SEEDS.resolve("demo");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private SampleFeeds() {}

    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> outlets() {
        return elements(yaml(DEMO.resolve("sources.yaml")).path("sources")).toList();
    }

    static List<JsonNode> events() {
        return elements(yaml(DEMO.resolve("expected.yaml")).path("events")).toList();
    }

    /** What the expectation says of an item: of an event, or that it must not alert. */
    static Stream<JsonNode> expectations() {
        return Stream.concat(
                events().stream().flatMap(event -> elements(event.path("items"))),
                elements(yaml(DEMO.resolve("expected.yaml")).path("mustNotAlert")));
    }

    /** The guids of a feed by the first wave that has them. */
    static Map<String, Integer> firstWaves(JsonNode outlet) {
        Map<String, Integer> waves = new TreeMap<>();
        elements(outlet.path("waves")).map(JsonNode::asText).forEach(file -> guids(DEMO.resolve(file))
                .forEach(guid -> waves.putIfAbsent(guid, wave(file))));
        return waves;
    }

    /** The guids of a feed file. */
    static Set<String> guids(Path file) {
        Document feed = parse(file);
        return Stream.concat(
                        texts(feed.getElementsByTagName("guid")),
                        texts(feed.getElementsByTagName("id"))
                                // The feed itself has an id as well; it is an address.
                                .filter(id -> !id.startsWith("https://")))
                .collect(Collectors.toSet());
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Document parse(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(Files.newInputStream(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file + " is no XML", e);
        }
    }

    static int wave(String file) {
        return Integer.parseInt(file.replaceAll(".*wave-(\\d+)\\.xml", "$1"));
    }

    static Stream<Element> elements(NodeList nodes) {
        return Stream.iterate(0, at -> at < nodes.getLength(), at -> at + 1)
                .map(nodes::item)
                .map(Element.class::cast);
    }

    private static Stream<String> texts(NodeList nodes) {
        return elements(nodes).map(Node::getTextContent);
    }

    private static Path seeds() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("seeds").resolve("demo"))) {
                return at.resolve("seeds");
            }
        }
        throw new IllegalStateException("no seeds folder above the working directory");
    }
}
