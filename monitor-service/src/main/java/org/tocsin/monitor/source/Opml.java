package org.tocsin.monitor.source;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.tocsin.monitor.parse.FieldMapping;

/**
 * Lists of feeds as feed readers exchange them (OPML 2.0). What only we know about a source travels in attributes of our
 * own namespace, so that an export imported again loses nothing.
 */
final class Opml {

    private static final String NAMESPACE = "https://tocsin.org/opml";
    private static final String PREFIX = "tocsin";
    private static final List<String> POINTERS = List.of("items", "id", "url", "title", "text", "publishedAt");

    private Opml() {}

    /** The feeds of a list, at whatever depth; an outline without address is a folder. */
    static List<SourceRequest> read(String opml) {
        Document document = Jsoup.parse(opml, "", Parser.xmlParser());
        List<SourceRequest> requests = new ArrayList<>();
        for (Element outline : document.getAllElements()) {
            String url = attribute(outline, "xmlUrl");
            if (outline.nameIs("outline") && url != null) {
                requests.add(request(outline, url));
            }
        }
        return requests;
    }

    private static SourceRequest request(Element outline, String url) {
        String title = attribute(outline, "title");
        String name = title == null ? attribute(outline, "text") : title;
        return new SourceRequest(
                name == null ? url : name,
                url,
                attribute(outline, PREFIX + ":format"),
                flag(outline, "fullArticles"),
                flag(outline, "ignoreRobots"),
                attribute(outline, PREFIX + ":links"),
                mapping(outline),
                attribute(outline, PREFIX + ":country"),
                attribute(outline, "language"),
                attribute(outline, PREFIX + ":reliability"),
                attribute(outline, PREFIX + ":ownerGroup"),
                attribute(outline, PREFIX + ":pollInterval"),
                flag(outline, "enabled"));
    }

    private static @Nullable Boolean flag(Element outline, String name) {
        String value = attribute(outline, PREFIX + ":" + name);
        return value == null ? null : Boolean.valueOf(value);
    }

    private static SourceRequest.@Nullable Mapping mapping(Element outline) {
        Map<String, String> pointers = new HashMap<>();
        for (String name : POINTERS) {
            String pointer = attribute(outline, PREFIX + ":mapping." + name);
            if (pointer != null) {
                pointers.put(name, pointer);
            }
        }
        return pointers.isEmpty()
                ? null
                : new SourceRequest.Mapping(
                        pointers.get("items"),
                        pointers.get("id"),
                        pointers.get("url"),
                        pointers.get("title"),
                        pointers.get("text"),
                        pointers.get("publishedAt"));
    }

    private static @Nullable String attribute(Element element, String name) {
        String value = element.attributes().getIgnoreCase(name);
        return value.isBlank() ? null : value;
    }

    static String write(List<SourceDetails> sources, Instant now) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeNamespace(PREFIX, NAMESPACE);
            xml.writeStartElement("head");
            element(xml, "title", "Tocsin sources");
            element(xml, "dateCreated", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (SourceDetails source : sources) {
                outline(xml, source);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Writing to memory does not fail", e);
        }
        return text.toString();
    }

    private static void outline(XMLStreamWriter xml, SourceDetails source) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", source.name());
        xml.writeAttribute("title", source.name());
        xml.writeAttribute("xmlUrl", String.valueOf(source.url()));
        if (source.language() != null) {
            xml.writeAttribute("language", source.language());
        }
        reading(xml, source.reading());
        own(xml, "country", source.country());
        own(xml, "reliability", source.reliability().name());
        own(xml, "ownerGroup", source.ownerGroup());
        own(xml, "pollInterval", source.pollInterval().toString());
        own(xml, "enabled", Boolean.toString(source.enabled()));
    }

    private static void reading(XMLStreamWriter xml, SourceReading reading) throws XMLStreamException {
        own(xml, "format", reading.format().name().toLowerCase(Locale.ROOT));
        own(xml, "fullArticles", Boolean.toString(reading.fullArticles()));
        own(xml, "ignoreRobots", Boolean.toString(reading.ignoreRobots()));
        own(xml, "links", reading.links());
        FieldMapping mapping = reading.mapping();
        if (mapping != null) {
            own(xml, "mapping.items", mapping.items().isEmpty() ? null : mapping.items());
            own(xml, "mapping.id", mapping.id());
            own(xml, "mapping.url", mapping.url());
            own(xml, "mapping.title", mapping.title());
            own(xml, "mapping.text", mapping.text());
            own(xml, "mapping.publishedAt", mapping.publishedAt());
        }
    }

    private static void own(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(PREFIX, NAMESPACE, name, value);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
