package org.tocsin.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** What the sample feeds must lead to, as {@code seeds/demo/expected.yaml} says. */
record ExpectedAlerts(List<Event> events, Set<String> silent) {

    /**
     * One event.
     *
     * @param items addresses of the reports that tell of it
     */
    record Event(String key, String category, String country, Set<String> items) {}

    static ExpectedAlerts read(Path demo) throws IOException {
        Map<String, String> addresses = addresses(demo.resolve("feeds"));
        JsonNode expected =
                new YAMLMapper().readTree(demo.resolve("expected.yaml").toFile());
        List<Event> events = new ArrayList<>();
        for (JsonNode event : expected.path("events")) {
            events.add(new Event(
                    event.path("key").asText(),
                    event.path("category").asText(),
                    event.path("country").asText(),
                    items(event.path("items"), addresses)));
        }
        return new ExpectedAlerts(List.copyOf(events), items(expected.path("mustNotAlert"), addresses));
    }

    private static Set<String> items(JsonNode items, Map<String, String> addresses) {
        Set<String> found = new HashSet<>();
        items.forEach(item -> found.add(addresses.get(item.path("guid").asText())));
        return Set.copyOf(found);
    }

    /** The number of different items in all feeds. */
    int items() {
        return events.stream().mapToInt(event -> event.items().size()).sum() + silent.size();
    }

    private static Map<String, String> addresses(Path feeds) throws IOException {
        Map<String, String> addresses = new HashMap<>();
        try (Stream<Path> files = Files.walk(feeds)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".xml")).toList()) {
                read(file, addresses);
            }
        }
        return addresses;
    }

    private static void read(Path file, Map<String, String> addresses) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Element feed = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
            boolean atom = feed.getTagName().equals("feed");
            NodeList entries = feed.getElementsByTagName(atom ? "entry" : "item");
            for (int i = 0; i < entries.getLength(); i++) {
                Element entry = (Element) entries.item(i);
                Element link = (Element) entry.getElementsByTagName("link").item(0);
                addresses.put(
                        entry.getElementsByTagName(atom ? "id" : "guid").item(0).getTextContent(),
                        atom ? link.getAttribute("href") : link.getTextContent().strip());
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is not a feed", e);
        }
    }
}
