package org.tocsin.notify.webhook;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;
import org.tocsin.notify.alert.AlertSnapshot;
import org.tocsin.notify.alert.Band;
import org.tocsin.notify.alert.ChangeKind;

/**
 * Writes an alert by the Common Alerting Protocol 1.2 (OASIS, 1 July 2010). A later version is an Update, an ended alert
 * a Cancel, and both refer to the versions before them.
 */
final class CapWriter {

    private static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    /** The standard wants an offset and knows no "Z" (section 3.2.1, sent). */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss-00:00", Locale.ROOT);

    private static final int MANY_REFERENCES = 20;

    private final XMLStreamWriter xml;

    private CapWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    @FunctionalInterface
    private interface Content {
        void write(CapWriter writer) throws XMLStreamException;
    }

    static byte[] alert(String sender, AlertSnapshot alert, ChangeKind kind, Instant sent) {
        return document(writer -> writer.alertContent(sender, alert, kind, sent));
    }

    /** A message with the status Test, which nobody must act on. */
    static byte[] test(String sender, UUID id, Instant sent) {
        return document(writer -> {
            writer.head(sender, id.toString(), sent, "Test", "Alert", null);
            writer.xml.writeStartElement("info");
            writer.element("category", "Security");
            writer.element("event", "Test");
            writer.element("urgency", "Unknown");
            writer.element("severity", "Unknown");
            writer.element("certainty", "Unknown");
            writer.element("headline", "Test message from Tocsin");
            writer.xml.writeEndElement();
        });
    }

    private static byte[] document(Content content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("alert");
            xml.writeDefaultNamespace(NAMESPACE);
            content.write(new CapWriter(xml));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a document in memory can always be written", e);
        }
        return out.toByteArray();
    }

    private void alertContent(String sender, AlertSnapshot alert, ChangeKind kind, Instant sent)
            throws XMLStreamException {
        String type = kind.ending() ? "Cancel" : alert.version() == 1 ? "Alert" : "Update";
        head(sender, identifier(alert, alert.version()), sent, "Actual", type, references(sender, alert, sent));
        xml.writeStartElement("info");
        element("language", "en");
        element("category", "Security");
        element("event", readable(alert.category()));
        element("responseType", kind == ChangeKind.RETRACTED ? "AllClear" : "Assess");
        element("urgency", kind.ending() ? "Past" : "Immediate");
        element("severity", severity(alert.band()));
        element("certainty", certainty(alert.confidence()));
        element("headline", shortened(alert.title()));
        element("description", alert.summary());
        for (AlertSnapshot.Report report : alert.reports()) {
            if (report.url() != null) {
                element("web", report.url());
                break;
            }
        }
        parameter("tocsin:alert", alert.id().toString());
        parameter("tocsin:version", Integer.toString(alert.version()));
        parameter("tocsin:change", kind.name());
        parameter("tocsin:severity", Integer.toString(alert.severity()));
        parameter("tocsin:confidence", Double.toString(alert.confidence()));
        for (AlertSnapshot.Figure figure : alert.figures()) {
            if (!figure.superseded() && figure.size() != null && figure.action() != null) {
                parameter("tocsin:figure:" + figure.action(), String.valueOf(figure.size()));
            }
        }
        area(alert);
        xml.writeEndElement();
    }

    private void head(
            String sender, String identifier, Instant sent, String status, String type, @Nullable String references)
            throws XMLStreamException {
        element("identifier", identifier);
        element("sender", sender);
        element("sent", time(sent));
        element("status", status);
        element("msgType", type);
        element("scope", "Restricted");
        element("restriction", "For the subscriber that this was sent to");
        element("references", references);
    }

    /** Of earlier versions only the number is known here, so they are referred to with the time the alert opened. */
    private static @Nullable String references(String sender, AlertSnapshot alert, Instant sent) {
        if (alert.version() == 1) {
            return null;
        }
        Instant opened = alert.openedAt() == null ? sent : alert.openedAt();
        int first = Math.max(1, alert.version() - MANY_REFERENCES);
        return IntStream.range(first, alert.version())
                .mapToObj(version -> sender + "," + identifier(alert, version) + "," + time(opened))
                .collect(Collectors.joining(" "));
    }

    /** A name, which may hold neither spaces nor commas nor the characters of markup. */
    private static String identifier(AlertSnapshot alert, int version) {
        return "urn:uuid:" + alert.id() + ":" + version;
    }

    private void area(AlertSnapshot alert) throws XMLStreamException {
        xml.writeStartElement("area");
        List<String> names = Stream.concat(
                        alert.places().stream().map(AlertSnapshot.Place::name),
                        alert.countries().stream().map(code -> new Locale.Builder()
                                .setRegion(code)
                                .build()
                                .getDisplayCountry(Locale.ENGLISH)))
                .distinct()
                .toList();
        element("areaDesc", names.isEmpty() ? "Not known" : String.join(", ", names));
        for (String code : alert.countries()) {
            geocode("ISO3166-1", code);
        }
        for (String code : alert.places().stream()
                .map(AlertSnapshot.Place::pcode)
                .filter(Objects::nonNull)
                .distinct()
                .toList()) {
            geocode("P-code", code);
        }
        xml.writeEndElement();
    }

    private void parameter(String name, String value) throws XMLStreamException {
        pair("parameter", name, value);
    }

    private void geocode(String name, String value) throws XMLStreamException {
        pair("geocode", name, value);
    }

    private void pair(String kind, String name, String value) throws XMLStreamException {
        xml.writeStartElement(kind);
        element("valueName", name);
        element("value", value);
        xml.writeEndElement();
    }

    private void element(String name, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]", " "));
            xml.writeEndElement();
        }
    }

    private static String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** A headline has at most 160 characters by the standard's recommendation. */
    private static String shortened(String title) {
        if (title.length() <= 160) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(158)) ? 158 : 159;
        return title.substring(0, end) + "…";
    }

    private static String readable(String category) {
        String words = category.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String severity(Band band) {
        return switch (band) {
            case MINOR -> "Minor";
            case MODERATE -> "Moderate";
            case SEVERE -> "Severe";
            case EXTREME -> "Extreme";
        };
    }

    /** "Likely" is more than 50 % by the standard, and "Observed" what is known to have happened. */
    private static String certainty(double confidence) {
        return confidence >= 0.8 ? "Observed" : confidence > 0.5 ? "Likely" : confidence > 0 ? "Possible" : "Unknown";
    }
}
